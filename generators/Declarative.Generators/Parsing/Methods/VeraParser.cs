using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[VeRA]</c>.</summary>
internal sealed class VeraParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute)
    {
        var defaults = new VeraSpec();
        return defaults with
        {
            Rank = attribute.Value("Rank", defaults.Rank),
            SharedSeed = attribute.Value("SharedSeed", defaults.SharedSeed),
            DInitial = attribute.Value("DInitial", defaults.DInitial),
            Dropout = attribute.Value("Dropout", defaults.Dropout),
            Bias = attribute.EnumMember("Bias", defaults.Bias),
            SaveProjection = attribute.Value("SaveProjection", defaults.SaveProjection),
        };
    }
}
