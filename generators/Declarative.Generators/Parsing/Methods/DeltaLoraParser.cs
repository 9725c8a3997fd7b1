using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[DeltaLora]</c>.</summary>
internal sealed class DeltaLoraParser : IMethodParser
{
    private static readonly DeltaLoraSpec Defaults = new();

    public MethodSpec Parse(AttributeData attribute) => LoraParser.Read(attribute, Defaults) with
    {
        Lambda = attribute.Value("Lambda", Defaults.Lambda),
        StartStep = attribute.Value("StartStep", Defaults.StartStep),
    };
}
