namespace Declarative;

/// <summary>What becomes of the layers that <see cref="LoraDrop"/> does not keep.</summary>
public enum DroppedLayers
{
    /// <summary>Layers whose factors have the same shapes share one A and one B, which start anew.</summary>
    Share,

    /// <summary>Their adapters are detached: the layers are the base model's again.</summary>
    Detach,
}
