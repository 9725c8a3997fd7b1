using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads the attribute of one adapter method. A new method is one such class and its entry in <see cref="MethodParsers"/>.</summary>
internal interface IMethodParser
{
    /// <summary>The attribute's full name: <c>Declarative.LoraAttribute</c>.</summary>
    string AttributeName { get; }

    MethodSpec Parse(AttributeData attribute);
}
