using System.Collections.Immutable;
using Declarative.Analyzers.Methods;
using Declarative.Analyzers.Reach;
using Declarative.Analyzers.Use;
using Declarative.Analyzers.Use.Checkpoints;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Use;

/// <summary>DCL0408: where a method does something around a step, the step goes through the set.</summary>
internal sealed class StepPassedByRule : UseRule
{
    /// <summary>The property of a diagnostic that names the set.</summary>
    public const string Set = nameof(Set);

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.StepPassedBy;

    public override void Check(UseEvent happened, UseState state, Action<Diagnostic> report)
    {
        if (happened.Kind != UseEventKind.Stepped)
            return;
        foreach (var attached in SetsOf(happened, state))
        {
            if (AttachCall.Of(attached.Call) is not { } call || MissedBy(call, happened.Context) is not { } missed)
                continue;
            var set = state.PlaceOf(attached.Set)?.Name;
            report(Diagnostic.Create(
                Descriptor,
                CallSyntax.Name(happened.Call).GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(Set, set),
                state.NameOf(happened.Things.First(), "optimizer"),
                missed.Method,
                missed.Work,
                set ?? "adapters"));
            return;
        }
    }

    // The sets whose parameters the optimizer has.
    private static IEnumerable<Attached> SetsOf(UseEvent happened, UseState state)
    {
        var owners = state.All<Collects>().Where(c => happened.Things.Contains(c.Holder)).Select(static c => c.Owner).ToList();
        return state.All<Attached>().Where(a => owners.Contains(a.Set) || owners.Contains(a.Model));
    }

    private static (string Method, string Work)? MissedBy(AttachCall call, UseContext context)
    {
        if (ModelPlans.Find(call.Model, call.Name, context.Hosts, context.CancellationToken) is not { } plans)
            return null;
        foreach (var spec in plans.Layers.Where(static l => l.IsSure).Select(static l => l.Plan.Spec).Distinct())
        {
            if (AllMethods.Of(spec).WorkAroundStep(spec) is { } work)
                return (spec.Method, work);
        }
        return null;
    }
}
