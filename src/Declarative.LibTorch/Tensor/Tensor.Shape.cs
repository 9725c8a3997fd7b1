using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Tensor's operations: shapes and views.
    public partial class Tensor
    {
        /// <summary>The same memory with another shape; one size may be -1.</summary>
        public Tensor view(params long[] shape) => Aten.View.Call(this, shape);

        /// <summary>The same memory with the shape of another tensor.</summary>
        public Tensor view_as(Tensor other) => Aten.ViewAs.Call(this, other);

        /// <summary>Another shape, as a view where that is possible; one size may be -1.</summary>
        public Tensor reshape(params long[] shape) => Aten.Reshape.Call(this, shape);

        /// <summary>With dimensions from start to end made one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Aten.FlattenUsingInts.Call(this, start_dim, end_dim);

        /// <summary>With one dimension made several.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => Unflatten(dim, sizes);

        /// <summary>With one dimension made several.</summary>
        public Tensor unflatten(long dim, Size sizes) => Unflatten(dim, sizes.Shape);

        /// <summary>All elements in one dimension.</summary>
        public Tensor ravel() => reshape(-1);

        /// <summary>With two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Aten.TransposeInt.Call(this, dim0, dim1);

        /// <summary>Exchanges two dimensions.</summary>
        public Tensor transpose_(long dim0, long dim1)
        {
            Aten.Transpose_.Do(this, dim0, dim1);
            return this;
        }

        /// <summary>With two dimensions exchanged.</summary>
        public Tensor swapaxes(long dim0, long dim1) => Aten.TransposeInt.Call(this, dim0, dim1);

        /// <summary>With two dimensions exchanged.</summary>
        public Tensor swapdims(long dim0, long dim1) => Aten.TransposeInt.Call(this, dim0, dim1);

        /// <summary>The transpose of a matrix.</summary>
        public Tensor t() => Aten.T.Call(this);

        /// <summary>With the dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Aten.Permute.Call(this, permutation);

        /// <summary>With the dimensions in another order.</summary>
        public Tensor permute(IEnumerable<long> permutation) => Aten.Permute.Call(this, permutation.ToArray());

        /// <summary>With dimensions moved.</summary>
        public Tensor movedim(long[] source, long[] destination) => Aten.MovedimIntlist.Call(this, source, destination);

        /// <summary>Itself, or a copy whose elements lie in memory in order.</summary>
        public Tensor contiguous() => Aten.Contiguous.Call(this);

        /// <summary>Without the dimensions of size 1; or without that one, if its size is 1.</summary>
        public Tensor squeeze(long? dim = null) =>
            dim is { } d ? Aten.SqueezeDim.Call(this, d) : Aten.Squeeze.Call(this);

        /// <summary>Drops the dimensions of size 1; or that one, if its size is 1.</summary>
        public Tensor squeeze_(long? dim = null) => InPlaceSqueeze(dim);

        /// <summary>With a new dimension of size 1.</summary>
        public Tensor unsqueeze(long dim) => Aten.Unsqueeze.Call(this, dim);

        /// <summary>Adds a dimension of size 1.</summary>
        public Tensor unsqueeze_(long dim)
        {
            Aten.Unsqueeze_.Do(this, dim);
            return this;
        }

        /// <summary>Dimensions of size 1 repeated without copying; -1 keeps a size.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.Expand.Call(this, sizes, isImplicit);

        /// <summary>Dimensions of size 1 repeated without copying; -1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Aten.Expand.Call(this, sizes);

        /// <summary>Dimensions of size 1 repeated without copying; -1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) =>
            Aten.Expand.Call(this, sizes.ToArray(), isImplicit);

        /// <summary>Dimensions of size 1 repeated without copying; -1 keeps a size.</summary>
        public Tensor expand(Size sizes, bool isImplicit = false) => Aten.Expand.Call(this, sizes.Shape, isImplicit);

        /// <summary>Repeated without copying to the shape of another tensor.</summary>
        public Tensor expand_as(Tensor other) => Aten.ExpandAs.Call(this, other);

        /// <summary>Repeated without copying to a shape.</summary>
        public Tensor broadcast_to(params long[] shape) => Aten.BroadcastTo.Call(this, shape);

        /// <summary>Repeated so many times along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Aten.Repeat.Call(this, sizes);

        /// <summary>Each element repeated so many times along a dimension.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Aten.RepeatInterleaveSelfInt.Call(this, repeats, dim, output_size);

        /// <summary>Each element repeated its own number of times along a dimension.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Aten.RepeatInterleaveSelfTensor.Call(this, repeats, dim, output_size);

        /// <summary>Repeated so many times along each dimension.</summary>
        public Tensor tile(long[] reps) => Aten.Tile.Call(this, reps);

        /// <summary>So many from a start, along a dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.Narrow.Call(this, dim, start, length);

        /// <summary>The view at one index into a dimension.</summary>
        public Tensor select(long dim, long index) => Aten.SelectInt.Call(this, dim, index);

        /// <summary>From start to before finish in steps, along a dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Aten.SliceTensor.Call(this, dim, start, finish, step);

        /// <summary>In so many parts of equal size (the last may be smaller) along a dimension.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.Chunk.CallList(this, chunks, dim);

        /// <summary>In parts of a size along a dimension.</summary>
        public Tensor[] split(long size, int dim = 0) => Aten.SplitTensor.CallList(this, size, dim);

        /// <summary>In parts of given sizes along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.SplitWithSizes.CallList(this, sizes, dim);

        /// <summary>In parts of given sizes along a dimension.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) =>
            Aten.SplitWithSizes.CallList(this, sizes.ToArray(), dim);

        /// <summary>In parts of given sizes along the first dimension.</summary>
        public Tensor[] split(params long[] sizes) => Aten.SplitWithSizes.CallList(this, sizes);

        /// <summary>In so many parts along a dimension.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) => Aten.TensorSplitSections.CallList(this, size, dim);

        /// <summary>The views at every index into a dimension.</summary>
        public Tensor[] unbind(long dimension = 0) => Aten.UnbindInt.CallList(this, dimension);

        /// <summary>Moved along a dimension, what leaves at one end coming in at the other.</summary>
        public Tensor roll(long shifts, long? dims = null) =>
            Aten.Roll.Call(this, (long[])[shifts], dims is { } d ? (long[])[d] : (long[])[]);

        /// <summary>Moved along dimensions, what leaves at one end coming in at the other.</summary>
        public Tensor roll(long[] shifts, long[] dims) => Aten.Roll.Call(this, shifts, dims);

        /// <summary>In reverse order along dimensions.</summary>
        public Tensor flip(params long[] dims) => Aten.Flip.Call(this, dims);

        /// <summary>The lower triangle, zeros above the diagonal.</summary>
        public Tensor tril(long diagonal = 0) => Aten.Tril.Call(this, diagonal);

        /// <summary>Sets what is above the diagonal to zero; returns a new tensor over the same memory.</summary>
        public Tensor tril_(long diagonal = 0) => Aten.Tril_.Call(this, diagonal);

        /// <summary>The upper triangle, zeros below the diagonal.</summary>
        public Tensor triu(long diagonal = 0) => Aten.Triu.Call(this, diagonal);

        /// <summary>Sets what is below the diagonal to zero; returns a new tensor over the same memory.</summary>
        public Tensor triu_(long diagonal = 0) => Aten.Triu_.Call(this, diagonal);

        /// <summary>A matrix's diagonal; or a matrix with that diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Aten.Diag.Call(this, diagonal);

        /// <summary>The view of the diagonal of two dimensions.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Aten.Diagonal.Call(this, offset, dim1, dim2);

        /// <summary>Matrices with these diagonals.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) =>
            Aten.DiagEmbed.Call(this, offset, dim1, dim2);

        /// <summary>All windows of a size along a dimension, a step apart.</summary>
        public Tensor unfold(long dimension, long size, long step) => Aten.Unfold.Call(this, dimension, size, step);

        /// <summary>The same memory with any shape and strides.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            Aten.AsStrided.Call(this, size, strides, storageOffset);

        /// <summary>A copy.</summary>
        public Tensor clone() => Aten.Clone.Call(this);

        /// <summary>A second handle of the same tensor: what is set on one is set on both.</summary>
        public Tensor alias() => new(Errors.Check(NativeMethods.dt_share(Handle)));

        private Tensor InPlaceSqueeze(long? dim)
        {
            if (dim is { } d)
                Aten.SqueezeDim_.Do(this, d);
            else
                Aten.Squeeze_.Do(this);
            return this;
        }

        private Tensor Unflatten(long dim, long[] sizes)
        {
            var sizesBefore = shape;
            var at = (int)(dim < 0 ? dim + sizesBefore.Length : dim);
            return view([.. sizesBefore[..at], .. sizes, .. sizesBefore[(at + 1)..]]);
        }
    }
}
