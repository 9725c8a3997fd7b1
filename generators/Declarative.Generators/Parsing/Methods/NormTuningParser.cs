using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>Reads <c>[NormTuning]</c>.</summary>
internal sealed class NormTuningParser : IMethodParser
{
    public MethodSpec Parse(AttributeData attribute) => new NormTuningSpec();
}
