using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules.Declaration;
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

    /// <summary>
    /// Reports the alternatives that match nothing: when <paramref name="all"/>, those of a pattern that matches nothing at
    /// all, otherwise those beside others that do.
    /// </summary>
    public static void Report(AttributeContext context, DiagnosticDescriptor descriptor, bool all, Action<Diagnostic> report)
    {
        if (!context.Host.IsModule || context.Plan.Targets is not { } pattern || NoLayersRule.HasNone(context))
            return;
        var layers = context.Host.Reach.Layers;
        var dead = pattern.Alternatives.Where(a =>
            !layers.Any(l => a.CouldMatch(l.Template, l.IsLinear))
            && !MeansModule(context, a)
            && ForeignLayers.Find(context.Host, context.Types, a, TargetPattern.Nothing) is null).ToList();
        if (dead.Count == 0 || dead.Count == pattern.Alternatives.Count != all)
            return;

        var adaptable = layers.Where(l => context.Plan.Spec.Adapts(l.Kind)).ToList();
        foreach (var alternative in dead)
        {
            var suggestion = LayerNames.Suggest(alternative.Text, adaptable);
            report(Diagnostic.Create(
                descriptor,
                context.LocationOf(alternative),
                Properties(alternative.Text, suggestion),
                alternative.Text,
                context.Host.Type.Name,
                suggestion is null ? LayerNames.List(adaptable) : $"did you mean '{suggestion}'?"));
        }
    }

    /// <summary>
    /// Whether an alternative means a module class of the compilation, and the method could train parameters that are that class's
    /// own: a class that holds layers is none itself.
    /// </summary>
    public static bool MeansModule(AttributeContext context, TargetAlternative alternative) =>
        !context.Plan.Spec.HasModules && context.Host.Reach.Places.Any(p => alternative.CouldMatch(p.Template, isLinear: false));

    /// <summary>What a code fix needs to know of an alternative.</summary>
    public static ImmutableDictionary<string, string?> Properties(string alternative, string? suggestion) =>
        ImmutableDictionary<string, string?>.Empty.Add(Alternative, alternative).Add(Suggestion, suggestion);
}
