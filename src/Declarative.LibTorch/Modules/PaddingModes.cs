namespace TorchSharp;

/// <summary>What padding is filled with.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The input mirrored at its edge.</summary>
    Reflect = 1,

    /// <summary>The element at the edge.</summary>
    Replicate = 2,

    /// <summary>The input from its other end.</summary>
    Circular = 3,

    /// <summary>A given value.</summary>
    Constant = 4,
}
