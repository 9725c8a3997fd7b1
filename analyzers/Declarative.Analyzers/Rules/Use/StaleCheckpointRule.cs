using Declarative.Analyzers.Use;
using Declarative.Analyzers.Use.Checkpoints;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Use;

/// <summary>DCL0407: a checkpoint in the project fits the attributes of the model that it is loaded into.</summary>
internal sealed class StaleCheckpointRule : UseRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.StaleCheckpoint;

    public override void Check(UseEvent happened, UseState state, Action<Diagnostic> report)
    {
        if (happened.Kind is not (UseEventKind.Attached or UseEventKind.CheckpointLoaded)
            || AttachCall.Argument(happened.Call, "directory") is not { Value: { ConstantValue: { HasValue: true, Value: string directory } } path }
            || happened.Context.Checkpoints.Find(directory) is not { } file
            || AttachOf(happened, state) is not { } attach
            || file.GetText(happened.Context.CancellationToken) is not { } text)
        {
            return;
        }

        var differences = CheckpointConfig.Read(text.ToString(), out var error) is { } config
            ? ModelPlans.Find(attach.Model, attach.Name, happened.Context.Hosts, happened.Context.CancellationToken) is { } plans
                ? CheckpointComparison.Compare(config, plans)
                : []
            : [$"its adapter_config.json cannot be read as a configuration, since {error}"];
        if (differences.Count > 0)
            report(Diagnostic.Create(Descriptor, path.Syntax.GetLocation(), directory, attach.Model.Name, string.Join("; ", differences)));
    }

    // The call that made the set, where there is one for sure, and where it says for sure which attributes it is about.
    private static AttachCall? AttachOf(UseEvent happened, UseState state)
    {
        var calls = happened.Kind == UseEventKind.Attached
            ? [happened.Call]
            : state.All<Attached>().Where(a => happened.Things.Contains(a.Set)).Select(static a => a.Call).Distinct().ToList();
        return calls.Count == 1 ? AttachCall.Of(calls[0]) : null;
    }
}
