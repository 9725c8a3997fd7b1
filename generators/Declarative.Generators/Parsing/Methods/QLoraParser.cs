using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[QLora]</c>.</summary>
internal sealed class QLoraParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute) => Read(attribute, new QLoraSpec());

    /// <summary>The properties of every method on a quantised weight, or what <paramref name="defaults"/> says.</summary>
    public static T Read<T>(AttributeData attribute, T defaults)
        where T : QuantizedSpec => LoraParser.Read(attribute, defaults) with
        {
            Type = attribute.EnumMember("Type", defaults.Type),
            BlockSize = attribute.Value("BlockSize", defaults.BlockSize),
            DoubleQuantization = attribute.Value("DoubleQuantization", defaults.DoubleQuantization),
        };
}
