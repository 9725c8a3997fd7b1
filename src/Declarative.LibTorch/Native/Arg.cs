using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// An argument of an operator on the .NET side. Arguments live in a span on the caller's stack, where the references
/// in them keep tensors alive until the operator has returned.
/// </summary>
internal readonly struct Arg
{
    internal readonly object? Object;
    internal readonly long Bits;
    internal readonly Tag Tag;
    internal readonly int Count;

    private Arg(Tag tag, object? value = null, long bits = 0, int count = 0)
    {
        Object = value;
        Bits = bits;
        Tag = tag;
        Count = count;
    }

    internal static Arg None => default;

    /// <summary>Integers at an address that stays fixed during the call.</summary>
    internal static unsafe Arg Ints(long* values, int count) => new(Tag.IntList, null, (long)(nint)values, count);

    /// <summary>A list of tensors, none of them null.</summary>
    internal static Arg List(Tensor[] tensors) => new(Tag.TensorList, tensors, 0, tensors.Length);

    /// <summary>A list of tensors in which null stands for none.</summary>
    internal static Arg OptionalList(Tensor?[] tensors) => new(Tag.OptionalTensorList, tensors, 0, tensors.Length);

    internal static Arg Number(double value) => new(Tag.Double, null, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Arg(Tensor? value) => value is null ? default : new(Tag.Tensor, value);

    public static implicit operator Arg(long value) => new(Tag.Int, null, value);

    public static implicit operator Arg(long? value) => value is { } v ? new(Tag.Int, null, v) : default;

    public static implicit operator Arg(double value) => Number(value);

    public static implicit operator Arg(double? value) => value is { } v ? Number(v) : default;

    public static implicit operator Arg(bool value) => new(Tag.Bool, null, value ? 1 : 0);

    public static implicit operator Arg(bool? value) => value is { } v ? new(Tag.Bool, null, v ? 1 : 0) : default;

    public static implicit operator Arg(Scalar? value) => value is null ? default : new(value.Tag, null, value.Bits);

    public static implicit operator Arg(ScalarType value) => new(Tag.Int, null, (long)value);

    public static implicit operator Arg(ScalarType? value) => value is { } v ? new(Tag.Int, null, (long)v) : default;

    public static implicit operator Arg(Device? value) =>
        value is null ? default : new(Tag.Device, null, (long)value.type, value.index);

    public static implicit operator Arg(Generator? value) => value is null ? default : new(Tag.Generator, value);

    public static implicit operator Arg(string? value) => value is null ? default : new(Tag.String, value);

    public static implicit operator Arg(long[]? value) => value is null ? default : new(Tag.IntList, value, 0, value.Length);

    public static implicit operator Arg(double[]? value) =>
        value is null ? default : new(Tag.DoubleList, value, 0, value.Length);
}
