using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The size of every dimension of a tensor.</summary>
    public struct Size : IEnumerable<long>
    {
        private readonly long[]? shape;

        /// <summary>A copy of <paramref name="shape"/>.</summary>
        public Size(long[] shape) => this.shape = [.. shape];

        /// <summary>A copy of <paramref name="shape"/>.</summary>
        public Size(IEnumerable<long> shape) => this.shape = [.. shape];

        /// <summary>One dimension.</summary>
        public Size(long size) => shape = [size];

        /// <summary>Two dimensions.</summary>
        public Size((long, long) size) => shape = [size.Item1, size.Item2];

        /// <summary>Three dimensions.</summary>
        public Size((long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>Four dimensions.</summary>
        public Size((long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>The sizes, not copied.</summary>
        public readonly long[] Shape => shape ?? [];

        /// <summary>The number of dimensions.</summary>
        public readonly int Length => Shape.Length;

        /// <summary>The size of one dimension.</summary>
        public readonly long this[int idx] => Shape[idx];

        /// <summary>The size of one dimension.</summary>
        public readonly long this[long idx] => Shape[idx];

        /// <summary>A copy of <paramref name="size"/>.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>One dimension.</summary>
        public static implicit operator Size(long size) => new(size);

        /// <summary>Two dimensions.</summary>
        public static implicit operator Size((long, long) size) => new(size);

        /// <summary>Three dimensions.</summary>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <summary>Four dimensions.</summary>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <summary>Whether all sizes are equal.</summary>
        public static bool operator ==(Size left, Size right) => left.Shape.SequenceEqual(right.Shape);

        /// <summary>Whether any size differs.</summary>
        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>The number of elements.</summary>
        public readonly long numel() => Shape.Aggregate(1L, (product, size) => product * size);

        /// <inheritdoc/>
        public override readonly bool Equals(object? obj) => obj is Size other && this == other;

        /// <inheritdoc/>
        public override readonly int GetHashCode() => ((IStructuralEquatable)Shape).GetHashCode(EqualityComparer<long>.Default);

        /// <inheritdoc/>
        public readonly IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
