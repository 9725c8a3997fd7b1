using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// An ATen operator, named as in its schema and found in the dispatcher when it is first called. Arguments are passed
/// by position; trailing ones that are left out take the schema's defaults.
/// </summary>
internal sealed unsafe class Op(string name, string overload = "")
{
    private const int ScratchOnStack = 32;
    private nint handle;

    /// <summary>Whether this libtorch has an operator.</summary>
    internal static bool Exists(string name, string overload = "")
    {
        fixed (byte* n = Encoding.UTF8.GetBytes("aten::" + name + "\0"), o = Encoding.UTF8.GetBytes(overload + "\0"))
            return NativeMethods.dt_find(n, o) != 0;
    }

    /// <summary>Calls an operator that returns one tensor.</summary>
    internal Tensor Call(params ReadOnlySpan<Arg> args)
    {
        Value result;
        Invoke(args, &result, 1);
        return ToTensor(result);
    }

    /// <summary>Calls an operator for its effect; what it returns (an alias of its input) is dropped.</summary>
    internal void Do(params ReadOnlySpan<Arg> args) => Invoke(args, null, 0);

    internal (Tensor, Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Value[2];
        Invoke(args, results, 2);
        return (ToTensor(results[0]), ToTensor(results[1]));
    }

    internal (Tensor, Tensor, Tensor) Call3(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Value[3];
        Invoke(args, results, 3);
        return (ToTensor(results[0]), ToTensor(results[1]), ToTensor(results[2]));
    }

    internal Tensor[] CallList(params ReadOnlySpan<Arg> args)
    {
        Value result;
        Invoke(args, &result, 1);
        var handles = (nint*)result.Pointer;
        var tensors = new Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(handles[i]);
        NativeMethods.dt_free(result.Pointer);
        return tensors;
    }

    internal bool CallBool(params ReadOnlySpan<Arg> args)
    {
        Value result;
        Invoke(args, &result, 1);
        return result.Int != 0;
    }

    internal long CallInt(params ReadOnlySpan<Arg> args)
    {
        Value result;
        Invoke(args, &result, 1);
        return result.Int;
    }

    internal Scalar CallScalar(params ReadOnlySpan<Arg> args)
    {
        Value result;
        Invoke(args, &result, 1);
        return result.Tag == Tag.Complex
            ? throw new NotSupportedException("Complex scalars are not supported by this engine.")
            : new Scalar(result.Tag, result.Int);
    }

    private static Tensor ToTensor(in Value value) => value.Pointer == 0 ? null! : new Tensor(value.Pointer);

    [SkipLocalsInit]
    private void Invoke(ReadOnlySpan<Arg> args, Value* results, int capacity)
    {
        var needed = 0;
        foreach (ref readonly var arg in args)
            needed += arg.Object is string text ? Encoding.UTF8.GetMaxByteCount(text.Length) / sizeof(long) + 1 : arg.Count;

        if (needed <= ScratchOnStack)
        {
            var scratch = stackalloc long[ScratchOnStack];
            InvokeWith(args, scratch, results, capacity);
        }
        else
        {
            var memory = GC.AllocateUninitializedArray<long>(needed, pinned: true);
            fixed (long* scratch = memory)
                InvokeWith(args, scratch, results, capacity);
        }
    }

    [SkipLocalsInit]
    private void InvokeWith(ReadOnlySpan<Arg> args, long* scratch, Value* results, int capacity)
    {
        var values = stackalloc Value[args.Length];
        for (var i = 0; i < args.Length; i++)
            scratch = Lower(in args[i], ref values[i], scratch);
        var op = handle;
        if (op == 0)
            op = Find();
        if (NativeMethods.dt_call(op, values, args.Length, results, capacity) < 0)
            Errors.Throw();
    }

    private static long* Lower(in Arg arg, ref Value value, long* scratch)
    {
        value.Tag = arg.Tag;
        value.Count = arg.Count;
        value.Int = arg.Bits;
        switch (arg.Tag)
        {
            case Tag.Tensor:
                value.Pointer = Unsafe.As<Tensor>(arg.Object!).Handle;
                break;
            case Tag.Generator:
                value.Pointer = Unsafe.As<Generator>(arg.Object!).Handle;
                break;
            case Tag.IntList when arg.Object is not null:
                Unsafe.As<long[]>(arg.Object).AsSpan().CopyTo(new Span<long>(scratch, arg.Count));
                value.Pointer = (nint)scratch;
                return scratch + arg.Count;
            case Tag.DoubleList:
                Unsafe.As<double[]>(arg.Object!).AsSpan().CopyTo(new Span<double>(scratch, arg.Count));
                value.Pointer = (nint)scratch;
                return scratch + arg.Count;
            case Tag.TensorList or Tag.OptionalTensorList:
                var tensors = Unsafe.As<Tensor?[]>(arg.Object!);
                for (var i = 0; i < tensors.Length; i++)
                    scratch[i] = tensors[i] is { } tensor ? tensor.Handle : 0;
                value.Pointer = (nint)scratch;
                return scratch + arg.Count;
            case Tag.String:
                var text = Unsafe.As<string>(arg.Object!);
                var room = Encoding.UTF8.GetMaxByteCount(text.Length);
                value.Count = Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, room));
                value.Pointer = (nint)scratch;
                return scratch + room / sizeof(long) + 1;
            default:
                break;
        }

        return scratch;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint Find()
    {
        fixed (byte* n = Encoding.UTF8.GetBytes("aten::" + name + "\0"), o = Encoding.UTF8.GetBytes(overload + "\0"))
            handle = NativeMethods.dt_find(n, o);
        if (handle == 0)
            Errors.Throw();
        return handle;
    }
}
