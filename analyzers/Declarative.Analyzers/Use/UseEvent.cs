using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>What happens to sets, models and optimizers.</summary>
internal enum UseEventKind
{
    /// <summary>A set is made, by <c>Attach</c> or <c>LoadPretrained</c>; the thing is the set.</summary>
    Attached,

    /// <summary>A set reads a checkpoint; the thing is the set.</summary>
    CheckpointLoaded,

    /// <summary>An optimizer is made; the thing is the optimizer.</summary>
    OptimizerBuilt,

    /// <summary>An optimizer is stepped; the thing is the optimizer.</summary>
    Stepped,

    /// <summary>A model is saved to or loaded from a file of TorchSharp's; the thing is the model.</summary>
    FileUsed,
}

/// <summary>One such event.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Operation">The call or creation.</param>
/// <param name="Things">What it may happen to.</param>
/// <param name="Context">The compilation around it.</param>
internal sealed record UseEvent(UseEventKind Kind, IOperation Operation, ImmutableArray<Thing> Things, UseContext Context)
{
    /// <summary>The call; every event but a <c>new</c> of an optimizer is one.</summary>
    public IInvocationOperation Call => (IInvocationOperation)Operation;
}
