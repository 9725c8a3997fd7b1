using System.Globalization;

namespace TorchSharp;

/// <summary>A brain floating-point number: the upper half of a <see cref="float"/>.</summary>
public readonly struct BFloat16 : IComparable<BFloat16>, IComparable, IEquatable<BFloat16>, IFormattable
{
    private readonly ushort bits;

    private BFloat16(ushort bits) => this.bits = bits;

    /// <summary>The nearest to <paramref name="f"/>, ties to even.</summary>
    public BFloat16(float f)
    {
        var single = BitConverter.SingleToUInt32Bits(f);
        bits = float.IsNaN(f) ? (ushort)0x7FC0 : (ushort)((single + 0x7FFF + ((single >> 16) & 1)) >> 16);
    }

    /// <summary>The number of these 16 bits.</summary>
    public static BFloat16 FromRawValue(ushort rawValue) => new(rawValue);

    /// <summary>The same number in single precision.</summary>
    public float ToSingle() => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    /// <summary>The same number in single precision.</summary>
    public static explicit operator float(BFloat16 bf) => bf.ToSingle();

    /// <summary>The same number in double precision.</summary>
    public static explicit operator double(BFloat16 bf) => bf.ToSingle();

    /// <summary>The nearest to <paramref name="f"/>.</summary>
    public static explicit operator BFloat16(float f) => new(f);

    /// <summary>The nearest to <paramref name="d"/> in single precision.</summary>
    public static explicit operator BFloat16(double d) => new((float)d);

    /// <summary>Equal as numbers.</summary>
    public static bool operator ==(BFloat16 a, BFloat16 b) => a.ToSingle() == b.ToSingle();

    /// <summary>Different as numbers.</summary>
    public static bool operator !=(BFloat16 a, BFloat16 b) => a.ToSingle() != b.ToSingle();

    /// <summary>Less.</summary>
    public static bool operator <(BFloat16 a, BFloat16 b) => a.ToSingle() < b.ToSingle();

    /// <summary>Less or equal.</summary>
    public static bool operator <=(BFloat16 a, BFloat16 b) => a.ToSingle() <= b.ToSingle();

    /// <summary>Greater.</summary>
    public static bool operator >(BFloat16 a, BFloat16 b) => a.ToSingle() > b.ToSingle();

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(BFloat16 a, BFloat16 b) => a.ToSingle() >= b.ToSingle();

    /// <inheritdoc/>
    public int CompareTo(BFloat16 other) => ToSingle().CompareTo(other.ToSingle());

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is BFloat16 other
        ? CompareTo(other)
        : throw new ArgumentException($"Not a {nameof(BFloat16)}.", nameof(obj));

    /// <inheritdoc/>
    public bool Equals(BFloat16 other) => ToSingle().Equals(other.ToSingle());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BFloat16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToSingle().GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => ToSingle().ToString(CultureInfo.CurrentCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToSingle().ToString(format, formatProvider);
}
