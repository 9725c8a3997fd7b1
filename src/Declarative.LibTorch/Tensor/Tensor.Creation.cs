using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A tensor of this shape of zeros.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Aten.ZerosLike.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>A tensor of this shape of ones.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Aten.OnesLike.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>A tensor of this shape of what is in their memory.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Aten.EmptyLike.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>A tensor of this shape of random numbers, even between 0 and 1.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Aten.RandLike.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>A tensor of this shape of random numbers from the standard normal distribution.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Aten.RandnLike.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>A tensor of this shape of one number.</summary>
        public Tensor full_like(
            Scalar value,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            Made(Aten.FullLike.Call(this, value, dtype, Arg.None, device), requires_grad);

        /// <summary>Zeros, of this type and on this device where no other is given.</summary>
        public Tensor new_zeros(
            long[] size,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, of this type and on this device where no other is given.</summary>
        public Tensor new_zeros(
            ReadOnlySpan<long> size,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, of this type and on this device where no other is given.</summary>
        public Tensor new_zeros(
            long size,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, of this type and on this device where no other is given.</summary>
        public Tensor new_zeros(
            long rows, long columns,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.zeros(rows, columns, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, of this type and on this device where no other is given.</summary>
        public Tensor new_zeros(
            long dim0, long dim1, long dim2,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.zeros(dim0, dim1, dim2, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, of this type and on this device where no other is given.</summary>
        public Tensor new_zeros(
            long dim0, long dim1, long dim2, long dim3,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.zeros(dim0, dim1, dim2, dim3, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Whatever is in memory, of this type and on this device where no other is given.</summary>
        public Tensor new_empty(
            long[] size,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Whatever is in memory, of this type and on this device where no other is given.</summary>
        public Tensor new_empty(
            ReadOnlySpan<long> size,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Whatever is in memory, of this type and on this device where no other is given.</summary>
        public Tensor new_empty(
            long size,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Whatever is in memory, of this type and on this device where no other is given.</summary>
        public Tensor new_empty(
            long rows, long columns,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.empty(rows, columns, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Whatever is in memory, of this type and on this device where no other is given.</summary>
        public Tensor new_empty(
            long dim0, long dim1, long dim2,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.empty(dim0, dim1, dim2, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Whatever is in memory, of this type and on this device where no other is given.</summary>
        public Tensor new_empty(
            long dim0, long dim1, long dim2, long dim3,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false) =>
            torch.empty(dim0, dim1, dim2, dim3, dtype ?? this.dtype, device ?? this.device, requires_grad);
    }
}
