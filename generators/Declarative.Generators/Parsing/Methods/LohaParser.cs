using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[LoHa]</c>.</summary>
internal sealed class LohaParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute) => Read(attribute, new LohaSpec());

    /// <summary>The properties of every method with an update of the weight's shape, or what <paramref name="defaults"/> says.</summary>
    public static T Read<T>(AttributeData attribute, T defaults)
        where T : DeltaSpec => defaults with
        {
            Rank = attribute.Value("Rank", defaults.Rank),
            Alpha = attribute.Value("Alpha", defaults.Alpha),
            UseEffectiveConv2d = attribute.Value("UseEffectiveConv2d", defaults.UseEffectiveConv2d),
        };
}
