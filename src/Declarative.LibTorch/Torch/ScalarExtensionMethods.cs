namespace TorchSharp;

/// <summary>Conversions between scalars and .NET's numbers.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this Half value) => value;

    /// <summary>The scalar of that value.</summary>
    public static Scalar ToScalar(this BFloat16 value) => value;

    /// <summary>The scalar as a number of this type.</summary>
    public static byte ToByte(this Scalar value) => checked((byte)value.Int);

    /// <summary>The scalar as a number of this type.</summary>
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.Int);

    /// <summary>The scalar as a number of this type.</summary>
    public static short ToInt16(this Scalar value) => checked((short)value.Int);

    /// <summary>The scalar as a number of this type.</summary>
    public static int ToInt32(this Scalar value) => checked((int)value.Int);

    /// <summary>The scalar as a number of this type.</summary>
    public static long ToInt64(this Scalar value) => value.Int;

    /// <summary>The scalar as a number of this type.</summary>
    public static float ToSingle(this Scalar value) => (float)value.Double;

    /// <summary>The scalar as a number of this type.</summary>
    public static double ToDouble(this Scalar value) => value.Double;

    /// <summary>The scalar as a number of this type.</summary>
    public static bool ToBoolean(this Scalar value) => value.Tag == Native.Tag.Double ? value.Double != 0 : value.Bits != 0;

    /// <summary>The scalar as a number of this type.</summary>
    public static Half ToHalf(this Scalar value) => (Half)value.Double;

    /// <summary>The scalar as a number of this type.</summary>
    public static BFloat16 ToBFloat16(this Scalar value) => new((float)value.Double);
}
