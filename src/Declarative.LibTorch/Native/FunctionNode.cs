using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>The backward pass of a function, kept alive by the graph that it is part of.</summary>
internal sealed unsafe class FunctionNode(Func<Tensor, List<Tensor?>> backward, int?[] places, IDisposable context)
{
    /// <summary>Makes <paramref name="backward"/> the origin of <paramref name="output"/>.</summary>
    /// <param name="output">The result, computed without gradients.</param>
    /// <param name="arguments">What the function was applied to.</param>
    /// <param name="backward">Takes the gradient with respect to the output, gives one for each argument.</param>
    /// <param name="context">Disposed with the graph.</param>
    public static void Attach(Tensor output, object?[] arguments, Func<Tensor, List<Tensor?>> backward, IDisposable context)
    {
        var inputs = arguments.OfType<Tensor>().ToArray();
        var next = 0;
        int?[] places = [.. arguments.Select(a => a is Tensor ? next++ : (int?)null)];
        var handles = inputs.Select(static t => t.Handle).ToArray();
        var state = GCHandle.ToIntPtr(GCHandle.Alloc(new FunctionNode(backward, places, context)));
        fixed (nint* i = handles)
            Errors.Check(NativeMethods.dt_attach_function(output.Handle, i, handles.Length, state, &Run, &Release));
        GC.KeepAlive(inputs);
    }

    // No exception may pass into libtorch.
    [UnmanagedCallersOnly]
    private static int Run(nint state, nint gradient, nint* gradients, int count)
    {
        try
        {
            using var scope = NewDisposeScope();
            ((FunctionNode)GCHandle.FromIntPtr(state).Target!).Compute(new Tensor(gradient), new Span<nint>(gradients, count));
            return 0;
        }
        catch (Exception e)
        {
            NativeMethods.dt_function_failed(e.Message);
            return -1;
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(nint state)
    {
        var handle = GCHandle.FromIntPtr(state);
        ((FunctionNode)handle.Target!).Forget();
        handle.Free();
    }

    private void Forget() => context.Dispose();

    private void Compute(Tensor gradient, Span<nint> gradients)
    {
        var results = backward(gradient);
        if (results.Count != places.Length)
            throw new NotImplementedException($"The function returned {results.Count} gradients for {places.Length} arguments.");
        for (var i = 0; i < places.Length; i++)
        {
            if (results[i] is not { IsInvalid: false } result)
                continue;
            if (places[i] is not { } place)
                throw new NotImplementedException($"The function returned a gradient at position {i + 1}, where the argument is no tensor.");
            gradients[place] = NativeMethods.dt_share(result.Handle);
        }
    }
}
