using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[IA3]</c>.</summary>
internal sealed class Ia3Parser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute) => new Ia3Spec { FeedForward = attribute.Value("FeedForward", "") };
}
