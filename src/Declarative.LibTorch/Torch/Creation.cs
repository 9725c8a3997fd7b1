using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Copies an array of any rank to a new tensor of its type.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>Copies an array of any rank to a new tensor.</summary>
    /// <exception cref="NotSupportedException">Tensors have no elements of that type.</exception>
    public static unsafe Tensor from_array(
        Array rawArray,
        ScalarType? dtype,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null)
    {
        var source = ToScalarType(rawArray.GetType().GetElementType()!);
        var result = NewOnCpu(ShapeOf(rawArray), source);
        fixed (byte* data = &MemoryMarshal.GetArrayDataReference(rawArray))
        {
            var size = result.NumberOfElements * result.ElementSize;
            Buffer.MemoryCopy(data, result.DataPointer(), size, size);
        }

        return Moved(result, dtype ?? source, device, requires_grad, names);
    }

    /// <summary>The numbers from 0 to before <paramref name="stop"/>.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from <paramref name="start"/> to before <paramref name="stop"/>.</summary>
    public static Tensor arange(
        Scalar start,
        Scalar stop,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>
    /// The numbers from <paramref name="start"/> to before <paramref name="stop"/>, <paramref name="step"/> apart; of
    /// 64-bit integers if all three are integers and no type is given.
    /// </summary>
    public static Tensor arange(
        Scalar start,
        Scalar stop,
        Scalar step,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false)
    {
        var integers = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        dtype ??= integers ? ScalarType.Int64 : get_default_dtype();
        return Made(Aten.ArangeStartStep.Call(start, stop, step, dtype, Arg.None, InitializeDevice(device)), requires_grad);
    }

    /// <summary>So many numbers, evenly spaced from start to end.</summary>
    public static Tensor linspace(
        double start,
        double end,
        long steps,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        Made(Aten.Linspace.Call(start, end, steps, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>A matrix with ones on its diagonal; square if the number of columns is -1.</summary>
    public static Tensor eye(
        long rows,
        long columns = -1,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        Made(
            Aten.EyeM.Call(rows, columns == -1 ? rows : columns, dtype, Arg.None, InitializeDevice(device)),
            requires_grad,
            names);

    /// <summary>Random whole numbers from 0 to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        long high,
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Random whole numbers from <paramref name="low"/> to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        long low,
        long high,
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        Made(
            Aten.RandintLowGenerator.Call(
                low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)),
            requires_grad,
            names);

    /// <summary>Random whole numbers from 0 to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        long high,
        Size size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>Random whole numbers from <paramref name="low"/> to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        long low,
        long high,
        Size size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>The numbers from 0 to before <paramref name="n"/> in random order.</summary>
    public static Tensor randperm(
        long n,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null) =>
        Made(
            Aten.RandpermGenerator.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)),
            requires_grad);

    internal static ScalarType ToScalarType(Type type) =>
        type == typeof(float) ? ScalarType.Float32
        : type == typeof(double) ? ScalarType.Float64
        : type == typeof(long) ? ScalarType.Int64
        : type == typeof(int) ? ScalarType.Int32
        : type == typeof(bool) ? ScalarType.Bool
        : type == typeof(byte) ? ScalarType.Byte
        : type == typeof(sbyte) ? ScalarType.Int8
        : type == typeof(short) ? ScalarType.Int16
        : type == typeof(Half) ? ScalarType.Float16
        : type == typeof(BFloat16) ? ScalarType.BFloat16
        : throw new NotSupportedException($"Tensors have no elements of type {type}.");

    /// <summary>Copies numbers to a new tensor: to the processor's memory first, then to where they are wanted.</summary>
    private static unsafe Tensor NewFrom<T>(
        ReadOnlySpan<T> values,
        ReadOnlySpan<long> dimensions,
        ScalarType source,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names)
        where T : unmanaged
    {
        var count = 1L;
        foreach (var size in dimensions)
            count *= size;
        if (count > values.Length)
        {
            throw new ArgumentException(
                $"mismatched total size creating a tensor from an array: {count} vs. {values.Length}");
        }

        var result = NewOnCpu(dimensions, source);
        values[..(int)count].CopyTo(new Span<T>(result.DataPointer(), (int)count));
        return Moved(result, dtype ?? source, device, requires_grad, names);
    }

    private static unsafe Tensor NewOnCpu(ReadOnlySpan<long> dimensions, ScalarType type)
    {
        fixed (long* sizes = dimensions)
            return Aten.EmptyMemoryFormat.Call(Arg.Ints(sizes, dimensions.Length), type, Arg.None, CPU);
    }

    private static Tensor Moved(Tensor result, ScalarType type, Device? device, bool requires_grad, string[]? names)
    {
        var place = InitializeDevice(device);
        if (type != result.dtype || place.type != DeviceType.CPU)
            result = result.to(type, place, disposeAfter: true);
        return Made(result, requires_grad, names);
    }

    private static Tensor Made(Tensor result, bool requires_grad, string[]? names = null)
    {
        if (names is { Length: > 0 })
            throw new NotSupportedException("Names of dimensions are not supported by this engine.");
        return requires_grad ? result.requires_grad_() : result;
    }

    private static ReadOnlySpan<T> ToSpan<T>(IList<T> values) => values switch
    {
        T[] array => array,
        List<T> list => CollectionsMarshal.AsSpan(list),
        _ => values.ToArray(),
    };

    private static ReadOnlySpan<T> Flat<T>(Array array) =>
        MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static long[] ShapeOf(Array array)
    {
        var shape = new long[array.Rank];
        for (var dim = 0; dim < shape.Length; dim++)
            shape[dim] = array.GetLongLength(dim);
        return shape;
    }
}
