namespace Declarative;

/// <summary>What the plans of a model mean.</summary>
/// <param name="Layers">The layers that get an adapter, each once.</param>
/// <param name="Parameters">The parameters that are trained in place, each once.</param>
internal sealed record ResolvedPlans(IReadOnlyList<ResolvedLayer> Layers, IReadOnlyList<ResolvedParameter> Parameters);
