namespace Declarative;

/// <summary>A pair of shared random matrices in one place. Disposed by who has it.</summary>
/// <param name="A">[rank, in], for the widest input of the layers.</param>
/// <param name="B">[out, rank], for the widest output.</param>
internal sealed record VeRAProjection(Tensor A, Tensor B) : IDisposable
{
    // Asked at every call of a layer, and of a pair that another thread may have replaced and disposed.
    private readonly (DeviceType Device, int Index, ScalarType Type) place = Place(A);

    /// <summary>
    /// The matrices that PEFT makes from the seed, on the CPU in single precision: first A and then B, row by row from one
    /// Mersenne Twister, uniform within ±√(6 / columns). The global source of random numbers is left alone.
    /// </summary>
    public static VeRAProjection FromSeed(long seed, long rank, long inputs, long outputs)
    {
        using var generator = new Generator(unchecked((ulong)seed));
        return new(Uniform(rank, inputs), Uniform(outputs, rank));

        Tensor Uniform(long rows, long columns)
        {
            var bound = Math.Sqrt(3.0) * (Math.Sqrt(2.0) / Math.Sqrt(columns));
            return empty([rows, columns], ScalarType.Float32).uniform_(-bound, bound, generator).DetachFromDisposeScope();
        }
    }

    /// <summary>Whether the matrices are where <paramref name="tensor"/> is, and of its element type.</summary>
    public bool IsWith(Tensor tensor) => place == Place(tensor);

    /// <summary>The same where <paramref name="tensor"/> is, in its element type; always a new pair.</summary>
    public VeRAProjection CopyTo(Tensor tensor)
    {
        var (type, device) = (tensor.dtype, tensor.device);
        return new(A.to(type, device, copy: true).DetachFromDisposeScope(), B.to(type, device, copy: true).DetachFromDisposeScope());
    }

    /// <summary>Whether both have the same numbers.</summary>
    public bool HasNumbersOf(VeRAProjection other) => A.Equals(other.A) && B.Equals(other.B);

    public void Dispose()
    {
        A.Dispose();
        B.Dispose();
    }

    private static (DeviceType Device, int Index, ScalarType Type) Place(Tensor tensor) =>
        (tensor.device_type, tensor.device_type == DeviceType.CPU ? 0 : tensor.device_index, tensor.dtype);
}
