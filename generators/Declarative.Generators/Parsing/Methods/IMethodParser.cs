using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads the attribute of one <see cref="AdapterMethod"/>.</summary>
internal interface IMethodParser
{
    MethodSpec Parse(AttributeData attribute);
}
