using Declarative.Generators.Parsing;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>A layer that an attribute in a model means.</summary>
/// <param name="Path">Its path from the model; lists stand with their first element.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Plan">The attribute.</param>
/// <param name="Host">The annotated class.</param>
/// <param name="IsSure">Whether it surely gets an adapter at that path.</param>
internal sealed record PlannedLayer(string Path, ParsedLayer Layer, ParsedPlan Plan, INamedTypeSymbol Host, bool IsSure)
{
    /// <summary>Where the values that it gets are written.</summary>
    public string Where => $"'{Layer.LocalTemplate}' in [{Plan.Spec.Method}] of '{Host.Name}'";

    /// <summary>The path with each list's first element, which is there wherever the list is not empty.</summary>
    public static string Sample(string template) =>
        string.Join(".", template.Split('.').Select(static s => s == TargetPattern.AnyIndex ? "0" : s));

    /// <summary>Whether a path is known but for the indices of lists.</summary>
    public static bool IsKnown(string template) => !template.Split('.').Contains(TargetPattern.AnyElement);

    /// <summary>The path of something inside a place.</summary>
    public static string Join(string place, string template) => place.Length == 0 ? template : $"{place}.{template}";
}
