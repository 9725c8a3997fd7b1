using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Spelling;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>The alternatives of an attribute's Targets that match no layer.</summary>
internal static class DeadAlternatives
{
    /// <summary>The property of a diagnostic under which a code fix finds the suggested name.</summary>
    public const string Suggestion = nameof(Suggestion);

    /// <summary>The property of a diagnostic that holds the alternative as written.</summary>
    public const string Alternative = nameof(Alternative);

    private const int MostNames = 8;

    /// <summary>
    /// Reports the alternatives that match nothing: when <paramref name="all"/>, those of a pattern that matches nothing at
    /// all, otherwise those beside others that do.
    /// </summary>
    public static void Report(AttributeContext context, DiagnosticDescriptor descriptor, bool all, Action<Diagnostic> report)
    {
        if (!context.Host.IsModule || context.Plan.Targets is not { } pattern)
            return;
        var layers = context.Host.Reach.Layers;
        var dead = pattern.Alternatives.Where(a =>
            !layers.Any(l => a.CouldMatch(l.Template, l.IsLinear))
            && ForeignLayers.Find(context.Host, context.Types, a, TargetPattern.Nothing) is null).ToList();
        if (dead.Count == 0 || dead.Count == pattern.Alternatives.Count != all)
            return;

        foreach (var alternative in dead)
        {
            var suggestion = Suggest(alternative.Text, layers);
            report(Diagnostic.Create(
                descriptor,
                context.LocationOf(alternative),
                Properties(alternative.Text, suggestion),
                alternative.Text,
                context.Host.Type.Name,
                suggestion is null ? Listing(layers) : $"did you mean '{suggestion}'?"));
        }
    }

    private static ImmutableDictionary<string, string?> Properties(string alternative, string? suggestion) =>
        ImmutableDictionary<string, string?>.Empty.Add(Alternative, alternative).Add(Suggestion, suggestion);

    // Names of as many segments as the alternative has: 'attn.q_porj' is near 'attn.q_proj'.
    private static string? Suggest(string alternative, IEnumerable<ParsedLayer> layers)
    {
        var depth = alternative.Count(static c => c == '.') + 1;
        var names = layers.Where(IsNamed).Select(l => LastSegments(l.Template, depth));
        return NearestName.Find(alternative, names.Append(TargetPattern.AllLinear).Distinct().Where(n => n != alternative));
    }

    private static string Listing(IEnumerable<ParsedLayer> layers)
    {
        var names = layers.Where(IsNamed).Select(static l => LastSegments(l.Template, 1)).Distinct().ToList();
        return names.Count switch
        {
            0 => "it has no layers in this compilation's source",
            > MostNames => $"its layers are {string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more",
            _ => $"its layers are {string.Join(", ", names)}",
        };
    }

    private static bool IsNamed(ParsedLayer layer) =>
        layer.Kind != LayerKind.Other && LastSegments(layer.Template, 1) is not (TargetPattern.AnyElement or TargetPattern.AnyIndex);

    private static string LastSegments(string path, int count)
    {
        var start = path.Length;
        while (count-- > 0 && start > 0)
            start = path.LastIndexOf('.', start - 1, start);
        return path.Substring(start + 1);
    }
}
