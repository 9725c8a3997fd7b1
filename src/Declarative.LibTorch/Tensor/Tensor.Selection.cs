using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Tensor's operations: picking and placing elements.
    public partial class Tensor
    {
        /// <summary>The elements at indices into a dimension.</summary>
        public Tensor index_select(long dim, Tensor index) => Aten.IndexSelect.Call(this, dim, index);

        /// <summary>Adds at indices into a dimension.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            Aten.IndexAdd_.Do(this, dim, index, source, alpha);
            return this;
        }

        /// <summary>With something added at indices into a dimension.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.IndexAdd.Call(this, dim, index, source, alpha);

        /// <summary>Writes at indices into a dimension.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source)
        {
            Aten.IndexCopy_.Do(this, dim, index, source);
            return this;
        }

        /// <summary>Writes a number at indices into a dimension.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value)
        {
            Aten.IndexFillIntScalar_.Do(this, dim, index, value);
            return this;
        }

        /// <summary>The elements at indices along a dimension, one for each index.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.Gather.Call(this, dim, index);

        /// <summary>With elements placed at indices along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.ScatterSrc.Call(this, dim, index, src);

        /// <summary>Places elements at indices along a dimension.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            Aten.ScatterSrc_.Do(this, dim, index, src);
            return this;
        }

        /// <summary>With elements added at indices along a dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Aten.ScatterAdd.Call(this, dim, index, src);

        /// <summary>Adds elements at indices along a dimension.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src)
        {
            Aten.ScatterAdd_.Do(this, dim, index, src);
            return this;
        }

        /// <summary>The elements at indices along a dimension, shapes broadcast.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => Aten.TakeAlongDim.Call(this, indices, dim);

        /// <summary>With a number where the mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.MaskedFillScalar.Call(this, mask, value);

        /// <summary>Writes a number where the mask is true.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            Aten.MaskedFillScalar_.Do(this, mask, value);
            return this;
        }

        /// <summary>The elements where the mask is true, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) => Aten.MaskedSelect.Call(this, mask);

        /// <summary>These elements where the condition is true, others elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.WhereSelf.Call(condition, this, y);

        /// <summary>The indices of the elements that are not zero, one row each.</summary>
        public Tensor nonzero() => Aten.Nonzero.Call(this);

        /// <summary>Sets every element to zero; returns a new tensor over the same memory.</summary>
        public Tensor zero_() => Aten.Zero_.Call(this);

        /// <summary>Sets every element to a number.</summary>
        public Tensor fill_(Scalar value)
        {
            Aten.FillScalar_.Do(this, value);
            return this;
        }

        /// <summary>Copies elements, converting and broadcasting.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            Aten.Copy_.Do(this, source, nonBlocking);
            return this;
        }

        /// <summary>Takes over the memory, shape and strides of another tensor.</summary>
        public Tensor set_(Tensor source)
        {
            Aten.SetSourceTensor_.Do(this, source);
            return this;
        }

        /// <summary>Which of the sorted intervals each element is in.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Aten.BucketizeTensor.Call(this, boundaries, outInt32, right);
    }
}
