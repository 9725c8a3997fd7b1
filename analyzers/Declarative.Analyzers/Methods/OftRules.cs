using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;
using Declarative.Analyzers.Use.Checkpoints;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of OFT.</summary>
internal sealed class OftRules : MethodRules
{
    public override string Method => "Oft";

    public override MethodComparison? Comparison { get; } = new OftComparison();

    public override ImmutableArray<AttributeRule> Rules { get; } = [new BlocksDoNotDivideRule(), new OftValueTooSmallRule()];

    public override IEnumerable<IgnoredProperty> Ignored(AttributeContext context)
    {
        var oft = (OftSpec)context.Plan.Spec;
        if (oft.Blocks != 0)
            yield return new(nameof(OftSpec.BlockSize), "Blocks says how many blocks there are, and so how large they are");
        if (!oft.UseCayleyNeumann)
            yield return new(nameof(OftSpec.NeumannTerms), "without UseCayleyNeumann there is no series");
    }

    // As PEFT's configuration has it: one set of values for the whole checkpoint.
    public override string? Conflict(MethodSpec first, MethodSpec second) =>
        first == second ? null : "PEFT's configuration has one value of each of OFT's settings for all layers, and they differ here";
}
