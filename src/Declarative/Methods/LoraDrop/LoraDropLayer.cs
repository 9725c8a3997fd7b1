namespace Declarative;

/// <summary>What <see cref="LoraDrop"/> found out about one layer.</summary>
/// <param name="Layer">The layer's path: <c>blocks.0.attn.q_proj</c>.</param>
/// <param name="Importance">Its share of all layers' importance, from 0 to 1.</param>
/// <param name="IsKept">Whether it keeps an adapter of its own.</param>
public sealed record LoraDropLayer(string Layer, double Importance, bool IsKept);
