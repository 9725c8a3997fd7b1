namespace Declarative;

/// <summary>A checkpoint does not fit the adapters it is read into. Names every difference at once; nothing was changed.</summary>
public sealed class AdapterCheckpointException : AdapterException
{
    /// <summary>An exception with a general message.</summary>
    public AdapterCheckpointException()
        : this("The checkpoint does not fit these adapters.")
    {
    }

    /// <summary>An exception with <paramref name="message"/>.</summary>
    public AdapterCheckpointException(string message)
        : base(message) => Mismatches = [];

    /// <summary>An exception with <paramref name="message"/> and its cause.</summary>
    public AdapterCheckpointException(string message, Exception innerException)
        : base(message, innerException) => Mismatches = [];

    /// <summary>An exception about the checkpoint in <paramref name="directory"/>.</summary>
    /// <param name="directory">The checkpoint.</param>
    /// <param name="mismatches">One sentence per difference.</param>
    public AdapterCheckpointException(string directory, IReadOnlyList<string> mismatches)
        : base(
            $"The checkpoint in '{directory}' does not fit this model's adapters ({mismatches.Count} "
            + $"difference{(mismatches.Count == 1 ? "" : "s")}); nothing was changed.\n"
            + string.Join("\n", mismatches.Select(static m => $"  - {m}"))) =>
        Mismatches = mismatches;

    /// <summary>One sentence per difference.</summary>
    public IReadOnlyList<string> Mismatches { get; }
}
