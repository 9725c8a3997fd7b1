using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[Oft]</c>.</summary>
internal sealed class OftParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute)
    {
        var defaults = new OftSpec();
        return defaults with
        {
            BlockSize = attribute.Value("BlockSize", defaults.BlockSize),
            Blocks = attribute.Value("Blocks", defaults.Blocks),
            BlockShare = attribute.Value("BlockShare", defaults.BlockShare),
            UseCayleyNeumann = attribute.Value("UseCayleyNeumann", defaults.UseCayleyNeumann),
            NeumannTerms = attribute.Value("NeumannTerms", defaults.NeumannTerms),
        };
    }
}
