using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[LoKr]</c>.</summary>
internal sealed class LokrParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute)
    {
        var defaults = new LokrSpec();
        return LohaParser.Read(attribute, defaults) with
        {
            DecomposeBoth = attribute.Value("DecomposeBoth", defaults.DecomposeBoth),
            DecomposeFactor = attribute.Value("DecomposeFactor", defaults.DecomposeFactor),
        };
    }
}
