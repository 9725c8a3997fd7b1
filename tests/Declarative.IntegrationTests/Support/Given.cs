using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests.Support;

/// <summary>Numbers that are the same in every run, on every engine: no engine's random generator takes part.</summary>
internal static class Given
{
    /// <summary>A tensor with entries of [-1, 1).</summary>
    public static Tensor Values(int seed, params long[] shape) => Values(seed, torch.float64, shape);

    /// <summary>A tensor with entries of [-1, 1), of the type wanted.</summary>
    public static Tensor Values(int seed, ScalarType dtype, params long[] shape)
    {
        var random = new Random(seed);
        var values = new double[shape.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
            values[i] = 2 * random.NextDouble() - 1;
        return torch.tensor(values, shape, dtype: dtype);
    }

    /// <summary>Whole numbers of [0, <paramref name="count"/>).</summary>
    public static Tensor Ids(int seed, int count, params long[] shape)
    {
        var random = new Random(seed);
        var values = new long[shape.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.Next(count);
        return torch.tensor(values, shape);
    }

    /// <summary>Writes such numbers into every parameter and floating-point buffer of a module.</summary>
    public static TModule Filled<TModule>(TModule module, int seed = 1)
        where TModule : nn.Module
    {
        foreach (var (_, tensor) in module.state_dict())
            Fill(tensor, seed++);
        return module;
    }

    /// <summary>Writes such numbers into one tensor.</summary>
    public static void Fill(Tensor target, int seed)
    {
        using var off = torch.no_grad();
        using var values = Values(seed, target.dtype, target.shape);
        target.copy_(values);
    }

    /// <summary>Gives every adapter weight of a set a value that is not zero.</summary>
    public static void FillAdapters(AdapterSet adapters, int seed = 1000)
    {
        foreach (var adapter in adapters.Adapters)
            foreach (var (_, parameter) in adapter.named_parameters())
                Fill(parameter, seed++);
    }
}
