using System.Runtime.CompilerServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements at an index: a view, or a copy where the index has tensors in it.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>A copy of the elements at tensors of indices, or at a mask.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The view at an index into the first dimension.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => index(i1);
            set => index_put_(value, (TensorIndex)i1);
        }

        /// <summary>The view at an index into the first dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index(i1, i2);
            set => index_put_(value, (TensorIndex)i1, i2);
        }

        /// <summary>The view at an index into the first dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(i1, i2, i3);
            set => index_put_(value, (TensorIndex)i1, i2, i3);
        }

        /// <summary>The view at an index into the first dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(i1, i2, i3, i4);
            set => index_put_(value, (TensorIndex)i1, i2, i3, i4);
        }

        /// <summary>The view at an index into the first dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => index(Array.ConvertAll(indices, i => (TensorIndex)i));
            set => index_put_(value, Array.ConvertAll(indices, i => (TensorIndex)i));
        }

        /// <summary>The elements at an index: a view, or a copy where the index has tensors in it.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The index is outside the tensor.</exception>
        public Tensor index(params TensorIndex[] indices)
        {
            var view = ViewAt(indices, out var tensors);
            if (tensors is null)
                return view;
            using (view)
                return Aten.IndexTensor.Call(view, Arg.OptionalList(tensors));
        }

        /// <summary>A copy of the elements at tensors of indices, or at a mask.</summary>
        public Tensor index(params Tensor[] indices) => Aten.IndexTensor.Call(this, Arg.OptionalList(indices));

        /// <summary>Writes at an index; <paramref name="value"/> is broadcast.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        /// <summary>Writes, or adds, at an index; <paramref name="value"/> is broadcast.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            using var view = ViewAt(indices, out var tensors);
            if (tensors is not null)
            {
                Aten.IndexPut_.Do(view, Arg.OptionalList(tensors), value, accumulate);
                return this;
            }

            if (accumulate)
                throw new ArgumentException("Accumulating needs an index with tensors in it.", nameof(indices));
            if (value.Dimensions <= view.Dimensions)
            {
                Aten.Copy_.Do(view, value);
                return this;
            }

            using var trimmed = value.reshape(value.shape.SkipWhile(size => size == 1).ToArray());
            Aten.Copy_.Do(view, trimmed);
            return this;
        }

        /// <summary>Writes at tensors of indices; <paramref name="value"/> is broadcast.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        /// <summary>Writes, or adds, at tensors of indices; <paramref name="value"/> is broadcast.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            Aten.IndexPut_.Do(this, Arg.OptionalList(indices), value, accumulate);
            return this;
        }

        /// <summary>Writes a number at an index.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var filled = full([], value, dtype, device);
            return index_put_(filled, indices, false);
        }

        /// <summary>Writes a number at tensors of indices.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var filled = full([], value, dtype, device);
            return index_put_(filled, indices, false);
        }

        /// <summary>Applies everything but tensors; those are returned at the dimensions of the view that they index.</summary>
        private Tensor ViewAt(TensorIndex[] indices, out Tensor?[]? tensors)
        {
            var taken = 0L;
            foreach (var index in indices)
            {
                taken += index.Kind switch
                {
                    TensorIndex.IndexKind.Single or TensorIndex.IndexKind.Slice => 1,
                    TensorIndex.IndexKind.Tensor => IsMask(index.Indices!) ? index.Indices!.Dimensions : 1,
                    _ => 0,
                };
            }

            var view = this;
            var dim = 0;
            List<Tensor?>? found = null;
            foreach (var index in indices)
            {
                switch (index.Kind)
                {
                    case TensorIndex.IndexKind.Single:
                        Replace(ref view, Aten.SelectInt.Call(view, dim, index.Start ?? 0));
                        break;
                    case TensorIndex.IndexKind.Slice:
                        if (index.Start is not null || index.Stop is not null || index.Step is not null)
                            Replace(ref view, Aten.SliceTensor.Call(view, dim, index.Start, index.Stop, index.Step ?? 1));
                        dim++;
                        break;
                    case TensorIndex.IndexKind.NewDimension:
                        Replace(ref view, Aten.Unsqueeze.Call(view, dim++));
                        break;
                    case TensorIndex.IndexKind.Ellipsis:
                        dim += (int)(Dimensions - taken);
                        break;
                    case TensorIndex.IndexKind.Bool:
                        Replace(ref view, Aten.Unsqueeze.Call(view, dim));
                        Place(ref found, dim++, zeros([index.Start!.Value], ScalarType.Int64, device));
                        break;
                    default:
                        Place(ref found, dim, index.Indices!);
                        dim += IsMask(index.Indices!) ? (int)index.Indices!.Dimensions : 1;
                        break;
                }
            }

            tensors = found?.ToArray();
            return ReferenceEquals(view, this) ? alias() : view;
        }

        private static bool IsMask(Tensor tensor) => tensor.dtype is ScalarType.Bool or ScalarType.Byte;

        private static void Place(ref List<Tensor?>? list, int dim, Tensor tensor)
        {
            list ??= [];
            while (list.Count < dim)
                list.Add(null);
            list.Add(tensor);
        }

        private void Replace(ref Tensor view, Tensor next)
        {
            if (!ReferenceEquals(view, this))
                view.Dispose();
            view = next;
        }
    }
}
