namespace Declarative;

/// <summary>
/// A layer's result with ΔW beside its weight. In single and double precision the two are added and multiply the input
/// once; in half precision their sum would round the update away, so each multiplies the input.
/// </summary>
internal static class DeltaForward
{
    /// <param name="layer">The layer.</param>
    /// <param name="x">[M, in].</param>
    /// <param name="update">ΔW, [out, in].</param>
    /// <returns>[M, out], a new tensor.</returns>
    public static Tensor Linear(Linear layer, Tensor x, Tensor update)
    {
        if (IsWide(update))
        {
            using var weight = layer.weight.add(update);
            return nn.functional.linear(x, weight, layer.bias);
        }
        using var transposed = update.t();
        return nn.functional.linear(x, layer.weight, layer.bias).addmm_(x, transposed);
    }

    /// <param name="layer">A module that maps [.., in] to [.., out].</param>
    /// <param name="input">[…, in].</param>
    /// <param name="update">ΔW, [out, in].</param>
    /// <returns>[…, out].</returns>
    public static Tensor LinearLike(nn.Module<Tensor, Tensor> layer, Tensor input, Tensor update)
    {
        using var own = layer.forward(input);
        using var change = nn.functional.linear(input, update);
        return own.add(change);
    }

    /// <param name="layer">A <see cref="Conv1d"/> or <see cref="Conv2d"/>.</param>
    /// <param name="input">[N, in, …] or [in, …].</param>
    /// <param name="update">ΔW, in the shape of the weight.</param>
    /// <returns>[N, out, …] or [out, …].</returns>
    public static Tensor Convolution(Convolution layer, Tensor input, Tensor update)
    {
        if (IsWide(update))
        {
            using var weight = layer.weight.add(update);
            return Convolve(layer, input, weight, layer.bias);
        }
        using var own = layer.forward(input);
        using var change = Convolve(layer, input, update, bias: null);
        return own.add(change);
    }

    private static bool IsWide(Tensor tensor) => tensor.dtype is ScalarType.Float32 or ScalarType.Float64;

    // What the layer does with its own weight.
    private static Tensor Convolve(Convolution layer, Tensor input, Tensor weight, Tensor? bias)
    {
        using var padded = layer.padding_mode == PaddingModes.Zeros ? null : nn.functional.pad(input, Padding(layer), layer.padding_mode);
        var padding = padded is null ? layer.padding : new long[layer.kernel_size.Length];
        var (x, stride, dilation, groups) = (padded ?? input, layer.stride, layer.dilation, layer.groups);
        return (layer, padding) switch
        {
            (Conv1d, null) => nn.functional.conv1d_padding(x, weight, bias, stride[0], layer.padding_type!.Value, dilation[0], groups),
            (Conv1d, _) => nn.functional.conv1d(x, weight, bias, stride[0], padding[0], dilation[0], groups),
            (_, null) => nn.functional.conv2d_padding(x, weight, bias, stride, layer.padding_type!.Value, dilation, groups),
            _ => nn.functional.conv2d(x, weight, bias, stride, padding, dilation, groups),
        };
    }

    // What is added at the two ends of each dimension, the last one first.
    private static long[] Padding(Convolution layer)
    {
        var ends = new List<long>();
        for (var i = layer.kernel_size.Length - 1; i >= 0; i--)
        {
            var total = layer.padding_type == TorchSharp.Padding.Same ? layer.dilation[i] * (layer.kernel_size[i] - 1)
                : 2 * (layer.padding?[i] ?? 0);
            ends.AddRange([total / 2, total - (total / 2)]);
        }
        return [.. ends];
    }
}
