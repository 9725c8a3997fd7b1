using System.Text.RegularExpressions;
using Declarative.Patterns;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>The layers that a configuration means, as PEFT reads its <c>target_modules</c>.</summary>
internal sealed class FileTargets
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Func<string, bool, bool?> matches;

    private FileTargets(Func<string, bool, bool?> matches) => this.matches = matches;

    /// <summary>Reads them; null where the file does not give them, or narrows them down by other fields.</summary>
    public static FileTargets? Read(CheckpointConfig config) => Read(config, "target_modules");

    /// <summary>Reads those of another field of that form; null where the file does not give them, or narrows its layers down by other fields.</summary>
    public static FileTargets? Read(CheckpointConfig config, string field)
    {
        if (config.IsGiven("exclude_modules") || config.IsGiven("layers_to_transform") || config.IsGiven("layers_pattern"))
            return null;
        if (config.List(field) is { } names)
            return new((path, _) => names.Any(n => path == n || path.EndsWith("." + n, StringComparison.Ordinal)));
        return config.Text(field) switch
        {
            null => null,
            var all when all.Equals(TargetPattern.AllLinear, StringComparison.OrdinalIgnoreCase) =>
                new(static (path, isLinear) => TargetPattern.IsOutputHead(path) ? null : isLinear),
            var pattern => new((path, _) => IsWholeMatch(pattern, path)),
        };
    }

    /// <summary>Whether a layer is meant; null where that is not known.</summary>
    public bool? Mean(string path, bool isLinear) => matches(path, isLinear);

    // Python's syntax is not quite that of .NET.
    private static bool? IsWholeMatch(string pattern, string path)
    {
        try
        {
            return Regex.IsMatch(path, $"^(?:{pattern})$", RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
