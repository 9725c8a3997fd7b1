using System.Collections.Immutable;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of QLoRA, and of QDoRA.</summary>
internal class QLoraRules : LoraRules
{
    public QLoraRules() => Rules = [.. base.Rules, new StartNeedsWeightRule(), new BlockSizeInvalidRule()];

    public override string Method => "QLora";

    public override ImmutableArray<AttributeRule> Rules { get; }
}
