using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>The configurations of checkpoints among a project's additional files.</summary>
internal sealed class CheckpointFiles
{
    private const string ConfigName = "adapter_config.json";

    private readonly ImmutableArray<(AdditionalText File, string[] Path)> files;

    /// <param name="additional">The additional files.</param>
    public CheckpointFiles(ImmutableArray<AdditionalText> additional) => files =
    [
        .. additional.Select(static f => (File: f, Path: Segments(f.Path))).Where(static f => f.Path.LastOrDefault() == ConfigName),
    ];

    /// <summary>The configuration in a directory as code names it; null where none is known, or more than one could be meant.</summary>
    public AdditionalText? Find(string directory)
    {
        if (files.IsEmpty)
            return null;
        string[] wanted = [.. Segments(directory), ConfigName];
        AdditionalText? found = null;
        foreach (var (file, path) in files)
        {
            if (!EndsWith(path, wanted))
                continue;
            if (found is not null)
                return null;
            found = file;
        }
        return found;
    }

    // Where a path starts from is not known here, so '.' and '..' at its beginning say nothing.
    private static string[] Segments(string path) =>
        [.. path.Split('/', '\\').Where(static s => s.Length > 0).SkipWhile(static s => s is "." or "..").Where(static s => s != ".")];

    private static bool EndsWith(string[] path, string[] end) =>
        path.Length >= end.Length && path.Skip(path.Length - end.Length).SequenceEqual(end, StringComparer.Ordinal);
}
