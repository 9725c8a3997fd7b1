using System.Collections.Immutable;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of DoRA.</summary>
internal sealed class DoraRules : LoraRules
{
    public override string Method => "DoRA";

    public override ImmutableArray<AttributeRule> Rules => [.. base.Rules, new GroupedConvolutionRule()];
}
