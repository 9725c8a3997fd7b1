using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[DoRA]</c>.</summary>
internal sealed class DoraParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute) => LoraParser.Read(attribute, new DoraSpec());
}
