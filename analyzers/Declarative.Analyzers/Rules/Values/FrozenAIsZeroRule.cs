using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0112: a factor that starts at zero and stays there lets the other learn nothing.</summary>
internal sealed class FrozenAIsZeroRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.FrozenAIsZero;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.FindArgument("FreezeA") is { } argument
            && context.Plan.Spec is LowRankSpec { FreezeA: true }
            && context.Plan.Layers.FirstOrDefault(static l => l.Kind == LayerKind.Embedding) is { } layer)
        {
            report(Diagnostic.Create(
                Descriptor,
                argument.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(PropertyIgnoredRule.Property, nameof(LowRankSpec.FreezeA)),
                layer.Template));
        }
    }
}
