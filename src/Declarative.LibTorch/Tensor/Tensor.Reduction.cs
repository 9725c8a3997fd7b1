using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Tensor's operations: reductions.
    public partial class Tensor
    {
        /// <summary>The sum of all elements.</summary>
        public Tensor sum(ScalarType? type = null) => Aten.Sum.Call(this, type);

        /// <summary>The sum over dimensions.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.SumDimIntList.Call(this, dim, keepdim, type);

        /// <summary>The sum over dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.SumDimIntList.Call(this, dim.ToArray(), keepdim, type);

        /// <summary>The sum over a dimension.</summary>
        public unsafe Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.SumDimIntList.Call(this, Arg.Ints(&dim, 1), keepdim, type);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Aten.Mean.Call(this);

        /// <summary>The mean over dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Aten.MeanDim.Call(this, dimensions, keepdim, type);

        /// <summary>The variance over dimensions; by n - 1 if unbiased.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Aten.VarDim, dimensions, unbiased, keepdim, type);

        /// <summary>The variance over dimensions; by n - 1 if unbiased.</summary>
        public Tensor var(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null) =>
            Spread(Aten.VarDim, dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>The variance over a dimension; by n - 1 if unbiased.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Aten.VarDim, [dim], unbiased, keepdim, type);

        /// <summary>The standard deviation of all elements; by n - 1 if unbiased.</summary>
        public Tensor std(bool unbiased = true) => Aten.Std.Call(this, unbiased);

        /// <summary>The standard deviation over dimensions; by n - 1 if unbiased.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Aten.StdDim, dimensions, unbiased, keepdim, type);

        /// <summary>The standard deviation over dimensions; by n - 1 if unbiased.</summary>
        public Tensor std(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null) =>
            Spread(Aten.StdDim, dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>The standard deviation over a dimension; by n - 1 if unbiased.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Aten.StdDim, [dim], unbiased, keepdim, type);

        /// <summary>The product of all elements.</summary>
        public Tensor prod(ScalarType? type = null) => Aten.Prod.Call(this, type);

        /// <summary>The product over a dimension.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.ProdDimInt.Call(this, dim, keepdim, type);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2) => Aten.NormScalar.Call(this, (double)p);

        /// <summary>The p-norm over a dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) =>
            Aten.NormScalarOptDim.Call(this, (double)p, (long[])[dim], keepdim);

        /// <summary>The greatest element.</summary>
        public Tensor max() => Aten.Max.Call(this);

        /// <summary>The greater, element by element.</summary>
        public Tensor max(Tensor other) => Aten.MaxOther.Call(this, other);

        /// <summary>The greatest over a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Aten.MaxDim.Call2(this, dim, keepdim);

        /// <summary>The least element.</summary>
        public Tensor min() => Aten.Min.Call(this);

        /// <summary>The lesser, element by element.</summary>
        public Tensor min(Tensor other) => Aten.MinOther.Call(this, other);

        /// <summary>The least over a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Aten.MinDim.Call2(this, dim, keepdim);

        /// <summary>The greatest over dimensions.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            NoOut(@out, Aten.Amax.Call(this, dims, keepdim));

        /// <summary>The greatest over dimensions.</summary>
        public Tensor amax(params long[] dims) => Aten.Amax.Call(this, dims);

        /// <summary>The least over dimensions.</summary>
        public Tensor amin(params long[] dims) => Aten.Amin.Call(this, dims);

        /// <summary>The least over dimensions.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            NoOut(@out, Aten.Amin.Call(this, dims, keepdim));

        /// <summary>The position of the greatest element.</summary>
        public Tensor argmax() => Aten.Argmax.Call(this);

        /// <summary>The position of the greatest over a dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Aten.Argmax.Call(this, dim, keepdim);

        /// <summary>The position of the least element.</summary>
        public Tensor argmin() => Aten.Argmin.Call(this);

        /// <summary>The position of the least over a dimension.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Aten.Argmin.Call(this, dim, keepdim);

        /// <summary>Whether no element is zero.</summary>
        public Tensor all() => Aten.All.Call(this);

        /// <summary>Whether no element is zero, over a dimension.</summary>
        public Tensor all(long dim, bool keepdim = false) => Aten.AllDim.Call(this, dim, keepdim);

        /// <summary>Whether some element is not zero.</summary>
        public Tensor any() => Aten.Any.Call(this);

        /// <summary>Whether some element is not zero, over a dimension.</summary>
        public Tensor any(long dim, bool keepdim = false) => Aten.AnyDim.Call(this, dim, keepdim);

        /// <summary>The running sum along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.Cumsum.Call(this, dim, type);

        /// <summary>The running product along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.Cumprod.Call(this, dim, type);

        /// <summary>The logarithm of the sum of exponentials over a dimension.</summary>
        public unsafe Tensor logsumexp(long dim, bool keepdim = false) =>
            Aten.Logsumexp.Call(this, Arg.Ints(&dim, 1), keepdim);

        /// <summary>The median of all elements, the lower of two.</summary>
        public Tensor median() => Aten.Median.Call(this);

        /// <summary>The softmax along a dimension.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.SoftmaxInt.Call(this, dim, dtype);

        /// <summary>The logarithm of the softmax along a dimension.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.LogSoftmaxInt.Call(this, dim, dtype);

        /// <summary>The greatest (or least) so many along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.Topk.Call2(this, k, dim, largest, sorted);

        /// <summary>Sorted along a dimension, and where the elements were.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.SortStable.Call2(this, stable, dim, descending);

        /// <summary>Where the elements of a sorted tensor were, along a dimension.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Aten.Argsort.Call(this, dim, descending);

        /// <summary>The so-many-th least along a dimension, and where it is.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Aten.Kthvalue.Call2(this, k, dim ?? -1, keepdim);

        /// <summary>How often each number occurs.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) => Aten.Bincount.Call(this, weights, minlength);

        /// <summary>How many elements are not zero.</summary>
        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Aten.CountNonzero.Call(this) : Aten.CountNonzeroDimIntList.Call(this, dims);

        private Tensor Spread(Op op, long[] dimensions, bool unbiased, bool keepdim, ScalarType? type)
        {
            if (type is not { } t)
                return op.Call(this, dimensions, unbiased, keepdim);
            using var converted = to_type(t);
            return op.Call(converted, dimensions, unbiased, keepdim);
        }

        private static Tensor NoOut(Tensor? @out, Tensor result)
        {
            if (@out is null)
                return result;
            using (result)
                return @out.copy_(result);
        }
    }
}
