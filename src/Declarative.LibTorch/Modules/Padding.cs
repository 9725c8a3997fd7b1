namespace TorchSharp;

/// <summary>The padding of a convolution by its effect.</summary>
public enum Padding
{
    /// <summary>None.</summary>
    Valid = 0,

    /// <summary>So much that the output has the input's size.</summary>
    Same = 1,
}
