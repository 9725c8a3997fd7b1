using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The exports of <c>native/declarative_torch.cpp</c>.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "declarative_torch";

    [LibraryImport(Library)] internal static partial byte* dt_last_error();
    [LibraryImport(Library)] internal static partial nint dt_find(byte* name, byte* overload);
    [LibraryImport(Library)] internal static partial int dt_call(nint op, Value* args, int count, Value* returned, int capacity);
    [LibraryImport(Library)] internal static partial void dt_free(nint memory);

    [LibraryImport(Library)] internal static partial void dt_release(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial nint dt_share(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long dt_dim(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long dt_numel(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int dt_dtype(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long dt_element_size(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long dt_device(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long dt_sizes(nint tensor, long* sizes, long capacity);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long dt_strides(nint tensor, long* strides, long capacity);
    [LibraryImport(Library)] internal static partial long dt_storage_offset(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int dt_is_contiguous(nint tensor);
    [LibraryImport(Library)] internal static partial int dt_is_sparse(nint tensor);
    [LibraryImport(Library)] internal static partial int dt_data(nint tensor, void** data);

    [LibraryImport(Library), SuppressGCTransition] internal static partial int dt_requires_grad(nint tensor);
    [LibraryImport(Library)] internal static partial int dt_set_requires_grad(nint tensor, int value);
    [LibraryImport(Library)] internal static partial int dt_is_leaf(nint tensor);
    [LibraryImport(Library)] internal static partial int dt_retain_grad(nint tensor);
    [LibraryImport(Library)] internal static partial int dt_grad(nint tensor, nint* grad);
    [LibraryImport(Library)] internal static partial int dt_set_grad(nint tensor, nint grad);
    [LibraryImport(Library)]
    internal static partial int dt_backward(
        nint* tensors, int count, nint* grads, int gradCount, int retainGraph, int createGraph, nint* inputs, int inputCount);
    [LibraryImport(Library)]
    internal static partial int dt_autograd_grad(
        nint* outputs, int outputCount, nint* inputs, int inputCount, nint* grads, int gradCount,
        int retainGraph, int createGraph, int allowUnused, nint* result);
    [LibraryImport(Library)]
    internal static partial int dt_attach_function(
        nint output, nint* inputs, int count, nint state,
        delegate* unmanaged<nint, nint, nint*, int, int> run, delegate* unmanaged<nint, void> release);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial void dt_function_failed(string message);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int dt_grad_enabled();
    [LibraryImport(Library), SuppressGCTransition] internal static partial void dt_set_grad_enabled(int value);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int dt_inference_enabled();
    [LibraryImport(Library)] internal static partial nint dt_inference_enter(int value);
    [LibraryImport(Library)] internal static partial void dt_inference_leave(nint guard);

    [LibraryImport(Library)] internal static partial int dt_default_dtype();
    [LibraryImport(Library)] internal static partial int dt_set_default_dtype(int dtype);
    [LibraryImport(Library)] internal static partial int dt_threads();
    [LibraryImport(Library)] internal static partial int dt_set_threads(int count);
    [LibraryImport(Library)] internal static partial int dt_interop_threads();
    [LibraryImport(Library)] internal static partial int dt_set_interop_threads(int count);
    [LibraryImport(Library)] internal static partial int dt_cuda_count();
    [LibraryImport(Library)] internal static partial int dt_cudnn_available();
    [LibraryImport(Library)] internal static partial int dt_cuda_synchronize(long index);

    [LibraryImport(Library)] internal static partial int dt_manual_seed(long seed);
    [LibraryImport(Library)] internal static partial int dt_cuda_manual_seed(long seed, int all);
    [LibraryImport(Library)] internal static partial nint dt_default_generator(int type, int index);
    [LibraryImport(Library)] internal static partial nint dt_new_generator(int type, int index, ulong seed);
    [LibraryImport(Library)] internal static partial void dt_generator_release(nint generator);
    [LibraryImport(Library)] internal static partial int dt_generator_manual_seed(nint generator, ulong seed);
    [LibraryImport(Library)] internal static partial int dt_generator_seed(nint generator, ulong* seed);
    [LibraryImport(Library)] internal static partial int dt_generator_initial_seed(nint generator, ulong* seed);
    [LibraryImport(Library)] internal static partial nint dt_generator_state(nint generator);
    [LibraryImport(Library)] internal static partial int dt_generator_set_state(nint generator, nint state);
}
