using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private const int MaxFastDimensions = 8;

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => NativeMethods.dt_dim(Handle);

        /// <summary>The number of dimensions.</summary>
        public long ndim => Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => NativeMethods.dt_numel(Handle);

        /// <summary>The size of an element, in bytes.</summary>
        public long ElementSize => NativeMethods.dt_element_size(Handle);

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)NativeMethods.dt_dtype(Handle);

        /// <summary>Where the tensor's memory is.</summary>
        public Device device => device_type == DeviceType.CPU ? CPU : new Device(device_type, device_index);

        /// <summary>The kind of device that the tensor's memory is on.</summary>
        public DeviceType device_type => (DeviceType)(int)NativeMethods.dt_device(Handle);

        /// <summary>Which device of its kind; -1 where there is one.</summary>
        public int device_index => (int)(NativeMethods.dt_device(Handle) >> 32);

        /// <summary>Whether the tensor is on a CUDA device.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether the tensor has a shape and no data.</summary>
        public bool is_meta => device_type == DeviceType.META;

        /// <summary>Whether the tensor is sparse.</summary>
        public bool is_sparse => NativeMethods.dt_is_sparse(Handle) != 0;

        /// <summary>The size of every dimension, in a new array.</summary>
        public long[] shape => size();

        /// <summary>The number of dimensions.</summary>
        public long dim() => Dimensions;

        /// <summary>The number of elements.</summary>
        public long numel() => NumberOfElements;

        /// <summary>The size of an element, in bytes.</summary>
        public long element_size() => ElementSize;

        /// <summary>The size of every dimension, in a new array.</summary>
        public unsafe long[] size()
        {
            var sizes = new long[Dimensions];
            fixed (long* p = sizes)
                Errors.Check((int)NativeMethods.dt_sizes(Handle, p, sizes.Length));
            return sizes;
        }

        /// <summary>The size of one dimension; negative numbers count from the last.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such dimension.</exception>
        public unsafe long size(int dim)
        {
            var count = (int)Dimensions;
            var at = dim < 0 ? dim + count : dim;
            if ((uint)at >= (uint)count || count > MaxFastDimensions)
                return Aten.SizeInt.CallInt(this, dim);
            var sizes = stackalloc long[MaxFastDimensions];
            NativeMethods.dt_sizes(Handle, sizes, count);
            return sizes[at];
        }

        /// <summary>The stride of every dimension in elements, in a new array.</summary>
        public unsafe long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* p = strides)
                Errors.Check((int)NativeMethods.dt_strides(Handle, p, strides.Length));
            return strides;
        }

        /// <summary>The stride of one dimension in elements; negative numbers count from the last.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such dimension.</exception>
        public long stride(int dim) => Aten.StrideInt.CallInt(this, dim);

        /// <summary>Where in its storage the tensor begins, in elements.</summary>
        public long storage_offset() => NativeMethods.dt_storage_offset(Handle);

        /// <summary>Whether the elements lie in memory in the order of their indices, without gaps.</summary>
        public bool is_contiguous() => NativeMethods.dt_is_contiguous(Handle) != 0;

        /// <summary>Whether the elements are integers.</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are complex numbers.</summary>
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the tensor is on the processor.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;
    }
}
