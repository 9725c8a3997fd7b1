using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[Lora]</c>.</summary>
internal sealed class LoraParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute) => Read(attribute, new LoraSpec());

    /// <summary>The properties of every low-rank method, or what <paramref name="defaults"/> says where they are not given.</summary>
    public static T Read<T>(AttributeData attribute, T defaults)
        where T : LowRankSpec => defaults with
        {
            Rank = attribute.Value("Rank", defaults.Rank),
            Alpha = attribute.Value("Alpha", defaults.Alpha),
            Dropout = attribute.Value("Dropout", defaults.Dropout),
            Bias = attribute.EnumMember("Bias", defaults.Bias),
            RankStabilized = attribute.Value("RankStabilized", defaults.RankStabilized),
            Init = attribute.EnumMember("Init", defaults.Init),
            LearningRateRatio = attribute.Value("LearningRateRatio", defaults.LearningRateRatio),
            FreezeA = attribute.Value("FreezeA", defaults.FreezeA),
            ProjectGradient = attribute.Value("ProjectGradient", defaults.ProjectGradient),
        };
}
