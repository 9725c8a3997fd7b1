namespace Declarative;

/// <summary>LoRA on a <see cref="Conv2d"/>: <c>y = conv(x) + s·B(A(x))</c>.</summary>
/// <param name="layer">A <see cref="Conv2d"/>.</param>
/// <param name="options">The settings.</param>
/// <exception cref="AdapterException">The layer is no <see cref="Conv2d"/>, or a setting does not fit it.</exception>
public class LoraConv2d(nn.Module<Tensor, Tensor> layer, LoraOptions options)
    : LoraConv<Conv2d>(nameof(LoraConv2d), layer, options, CreateFactors)
{
    private static (Conv2d A, Conv2d B) CreateFactors(Conv2d layer, int rank, Tensor weight)
    {
        var (kernel, stride, dilation) = (Pair(layer.kernel_size), Pair(layer.stride), Pair(layer.dilation));
        var (device, dtype) = (weight.device, weight.dtype);
        var a = layer.padding_type is { } padding
            ? nn.Conv2d(layer.in_channels, rank, kernel, padding, stride, dilation, layer.padding_mode, 1, false, device, dtype)
            : nn.Conv2d(layer.in_channels, rank, kernel, stride, Pair(layer.padding!), dilation, layer.padding_mode, 1, false, device, dtype);
        return (a, nn.Conv2d(rank, layer.out_channels, 1, groups: layer.groups, bias: false, device: device, dtype: dtype));
    }

    private static (long, long) Pair(long[] values) => (values[0], values[1]);
}
