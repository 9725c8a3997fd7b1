using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a tensor in the processor's memory, in the order of their indices.</summary>
/// <typeparam name="T">The .NET type of the tensor's elements.</typeparam>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;
    private torch.Tensor? tensor;
    private T* data;

    internal TensorAccessor(torch.Tensor tensor)
    {
        this.tensor = tensor;
        shape = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        data = (T*)tensor.DataPointer();
        Count = tensor.NumberOfElements;
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>False: elements can be written.</summary>
    public bool IsReadOnly => false;

    /// <summary>An element, by its index into every dimension, or by its position in the order of indices.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[params long[] indices]
    {
        get => Data[Offset(indices)];
        set => Data[Offset(indices)] = value;
    }

    private T* Data => tensor is not null ? data : throw new ObjectDisposedException(nameof(TensorAccessor<T>));

    /// <summary>Equal in every element.</summary>
    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) =>
        ReferenceEquals(left, right) || (left.Count == right.Count && left.SequenceEqual(right));

    /// <summary>Different in some element.</summary>
    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    /// <summary>A copy of the elements.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>Copies elements from <paramref name="tensorIndex"/> on, until the array or the tensor ends.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements from <paramref name="tensorIndex"/> on, until the span or the tensor ends.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = (int)Math.Min(array.Length - arrayIndex, Remaining(tensorIndex));
        if (contiguous)
        {
            new ReadOnlySpan<T>(Data + tensorIndex, count).CopyTo(array[arrayIndex..]);
        }
        else
        {
            for (var i = 0; i < count; i++)
                array[arrayIndex + i] = Data[Position(tensorIndex + i)];
        }

        GC.KeepAlive(tensor);
    }

    /// <summary>Writes elements from <paramref name="tensorIndex"/> on, until the array or the tensor ends.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Writes elements from <paramref name="tensorIndex"/> on, until the span or the tensor ends.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = (int)Math.Min(array.Length - arrayIndex, Remaining(tensorIndex));
        if (contiguous)
        {
            array.Slice(arrayIndex, count).CopyTo(new Span<T>(Data + tensorIndex, count));
        }
        else
        {
            for (var i = 0; i < count; i++)
                Data[Position(tensorIndex + i)] = array[arrayIndex + i];
        }

        GC.KeepAlive(tensor);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
            yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>Lets go of the tensor, which it does not dispose.</summary>
    public void Dispose()
    {
        tensor = null;
        data = null;
    }

    private T At(long index) => Data[Position(index)];

    private long Remaining(long tensorIndex)
    {
        if (tensorIndex < 0 || (tensorIndex >= Count && Count > 0))
            throw new ArgumentOutOfRangeException(nameof(tensorIndex));
        return Count - tensorIndex;
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == 1)
        {
            return indices[0] >= 0 && indices[0] < Count
                ? Position(indices[0])
                : throw new IndexOutOfRangeException($"{indices[0]} in a tensor of {Count} elements.");
        }

        var offset = 0L;
        for (var dim = 0; dim < shape.Length; dim++)
        {
            if (indices[dim] < 0 || indices[dim] >= shape[dim])
                throw new IndexOutOfRangeException($"{indices[dim]} in a dimension {dim} of size {shape[dim]}.");
            offset += indices[dim] * strides[dim];
        }

        return offset;
    }

    private long Position(long index)
    {
        if (contiguous)
            return index;
        var position = 0L;
        for (var dim = shape.Length - 1; dim >= 0; dim--)
        {
            index = Math.DivRem(index, shape[dim], out var at);
            position += at * strides[dim];
        }

        return position;
    }
}
