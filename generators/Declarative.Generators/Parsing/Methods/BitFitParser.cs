using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[BitFit]</c>.</summary>
internal sealed class BitFitParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute) => new BitFitSpec();
}
