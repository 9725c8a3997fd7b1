namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>How the configuration of one adapter method is compared with its attributes.</summary>
internal abstract class MethodComparison
{
    /// <summary>The value of <c>peft_type</c>.</summary>
    public abstract string PeftType { get; }

    /// <summary>What the file says differently about layers that get an adapter of the method, or may get one.</summary>
    /// <exception cref="FormatException">A pattern of the file cannot be used; the message says which and why.</exception>
    public abstract IEnumerable<string> Compare(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers);
}
