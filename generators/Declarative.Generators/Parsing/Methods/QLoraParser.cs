using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[QLora]</c>.</summary>
internal sealed class QLoraParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute)
    {
        var defaults = new QLoraSpec();
        return LoraParser.Read(attribute, defaults) with
        {
            Type = attribute.EnumMember("Type", defaults.Type),
            BlockSize = attribute.Value("BlockSize", defaults.BlockSize),
            DoubleQuantization = attribute.Value("DoubleQuantization", defaults.DoubleQuantization),
        };
    }
}
