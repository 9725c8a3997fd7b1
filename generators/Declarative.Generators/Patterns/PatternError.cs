namespace Declarative.Patterns;

/// <summary>What is wrong with a pattern, and where in its text.</summary>
internal sealed class PatternError(string message, int start, int length)
{
    /// <summary>A sentence without its full stop.</summary>
    public string Message { get; } = message;

    /// <summary>The first wrong character, from 0.</summary>
    public int Start { get; } = start;

    /// <summary>How many characters are wrong; 0 where something is missing at the end.</summary>
    public int Length { get; } = length;
}
