namespace TorchSharp;

/// <summary>The kind of a device; the numbers are libtorch's.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,

    /// <summary>An AMD GPU.</summary>
    HIP = 6,

    /// <summary>An XLA device.</summary>
    XLA = 9,

    /// <summary>An Apple GPU.</summary>
    MPS = 13,

    /// <summary>A tensor with a shape and no data.</summary>
    META = 14,
}

public static partial class torch
{
    /// <summary>The type of a tensor's elements; the numbers are libtorch's.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8-bit unsigned integer.</summary>
        Byte = 0,

        /// <summary>8-bit signed integer.</summary>
        Int8 = 1,

        /// <summary>16-bit signed integer.</summary>
        Int16 = 2,

        /// <summary>32-bit signed integer.</summary>
        Int32 = 3,

        /// <summary>64-bit signed integer.</summary>
        Int64 = 4,

        /// <summary>IEEE half precision.</summary>
        Float16 = 5,

        /// <summary>IEEE single precision.</summary>
        Float32 = 6,

        /// <summary>IEEE double precision.</summary>
        Float64 = 7,

        /// <summary>Two single-precision numbers.</summary>
        ComplexFloat32 = 9,

        /// <summary>Two double-precision numbers.</summary>
        ComplexFloat64 = 10,

        /// <summary>A truth value in a byte.</summary>
        Bool = 11,

        /// <summary>The upper half of a single-precision number.</summary>
        BFloat16 = 15,
    }

    /// <summary>How a quotient is rounded.</summary>
    public enum RoundingMode
    {
        /// <summary>Not at all.</summary>
        None,

        /// <summary>Towards zero.</summary>
        trunc,

        /// <summary>Down.</summary>
        floor,
    }
}
