namespace Declarative;

/// <summary>What one adapter attribute asks for: the settings, and every layer that it may mean.</summary>
/// <param name="name">The attribute's <c>Name</c>.</param>
/// <param name="options">The method's settings.</param>
/// <param name="targets">The attribute's <c>Targets</c>, or <see langword="null"/> for an attribute on a member: all of <paramref name="layers"/>.</param>
/// <param name="exclude">The attribute's <c>Exclude</c>; empty for none.</param>
/// <param name="layers">The members that the patterns can match, known at compile time.</param>
public sealed class AdapterPlan(
    string name, AdapterOptions options, string? targets, string exclude, IReadOnlyList<AdapterTarget> layers)
{
    /// <summary>The name of an adapter whose attribute gives none.</summary>
    public const string DefaultName = "default";

    /// <summary>The adapter's name.</summary>
    public string Name { get; } = name;

    /// <summary>The method's settings.</summary>
    public AdapterOptions Options { get; } = options;

    /// <summary>The attribute's <c>Targets</c>, or <see langword="null"/> where every layer of <see cref="Layers"/> is meant.</summary>
    public string? Targets { get; } = targets;

    /// <summary>The attribute's <c>Exclude</c>; empty for none.</summary>
    public string Exclude { get; } = exclude;

    /// <summary>The members that the patterns can match.</summary>
    public IReadOnlyList<AdapterTarget> Layers { get; } = layers;
}
