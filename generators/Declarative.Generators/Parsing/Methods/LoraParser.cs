using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[Lora]</c>.</summary>
internal sealed class LoraParser : IMethodParser
{
    public string AttributeName => "Declarative.LoraAttribute";

    public MethodSpec Parse(AttributeData attribute)
    {
        var defaults = new LoraSpec();
        return new LoraSpec(
            attribute.Value("Rank", defaults.Rank),
            attribute.Value("Alpha", defaults.Alpha),
            attribute.Value("Dropout", defaults.Dropout),
            attribute.EnumMember("Bias", defaults.Bias),
            attribute.Value("RankStabilized", defaults.RankStabilized),
            attribute.EnumMember("Init", defaults.Init));
    }
}
