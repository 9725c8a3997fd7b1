using System.Collections.Immutable;
using Declarative.Analyzers.Rules.Use;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules;

/// <summary>The rules about how the adapters are used.</summary>
internal static class UseRules
{
    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<UseRule> All { get; } =
    [
        new OptimizerOverModelRule(),
        new OptimizerBeforeAttachRule(),
        new OptimizerBeforeMoveRule(),
        new AttachDiscardedRule(),
        new TrainingMergedRule(),
        new ModelSavedRule(),
        new StaleCheckpointRule(),
        new StepPassedByRule(),
    ];

    /// <summary>What they report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [.. All.Select(static r => r.Descriptor)];
}
