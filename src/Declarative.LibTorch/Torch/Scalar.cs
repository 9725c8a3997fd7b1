using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number that an operator takes as it is: an integer, a floating-point number or a truth value.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(Tag tag, long bits)
    {
        Tag = tag;
        Bits = bits;
    }

    internal Scalar(double value)
        : this(Tag.Double, BitConverter.DoubleToInt64Bits(value))
    {
    }

    internal Tag Tag { get; }

    internal long Bits { get; }

    internal double Double => Tag == Tag.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long Int => Tag == Tag.Double ? checked((long)BitConverter.Int64BitsToDouble(Bits)) : Bits;

    /// <summary>The widest type of its kind: Int64, Float64 or Bool.</summary>
    public torch.ScalarType Type => Tag switch
    {
        Tag.Int => torch.ScalarType.Int64,
        Tag.Bool => torch.ScalarType.Bool,
        _ => torch.ScalarType.Float64,
    };

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(byte value) => new(Tag.Int, value);

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(sbyte value) => new(Tag.Int, value);

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(short value) => new(Tag.Int, value);

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(int value) => new(Tag.Int, value);

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(long value) => new(Tag.Int, value);

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(Half value) => new((double)value);

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(BFloat16 value) => new(value.ToSingle());

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(float value) => new(value);

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(double value) => new(value);

    /// <summary>The scalar of that value.</summary>
    public static implicit operator Scalar(bool value) => new(Tag.Bool, value ? 1 : 0);

    /// <summary>Does nothing: a scalar of this engine holds no memory of libtorch's.</summary>
    public void Dispose()
    {
    }
}
