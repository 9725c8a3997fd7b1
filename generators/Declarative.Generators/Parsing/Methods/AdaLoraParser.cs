using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[AdaLora]</c>.</summary>
internal sealed class AdaLoraParser : IMethodParser
{
    private static readonly AdaLoraSpec Defaults = new();

    public MethodSpec Parse(AttributeData attribute) => new AdaLoraSpec
    {
        Rank = attribute.Value("InitialRank", Defaults.Rank),
        TargetRank = attribute.Value("TargetRank", Defaults.TargetRank),
        Alpha = attribute.Value("Alpha", Defaults.Alpha),
        Dropout = attribute.Value("Dropout", Defaults.Dropout),
        InitialSteps = attribute.Value("InitialSteps", Defaults.InitialSteps),
        FinalSteps = attribute.Value("FinalSteps", Defaults.FinalSteps),
        Interval = attribute.Value("Interval", Defaults.Interval),
        Beta1 = attribute.Value("Beta1", Defaults.Beta1),
        Beta2 = attribute.Value("Beta2", Defaults.Beta2),
        OrthogonalityWeight = attribute.Value("OrthogonalityWeight", Defaults.OrthogonalityWeight),
        TotalSteps = attribute.Value("TotalSteps", Defaults.TotalSteps),
    };
}
