namespace Declarative;

/// <summary>LoRA on a <see cref="Conv1d"/>: <c>y = conv(x) + s·B(A(x))</c>.</summary>
/// <param name="layer">A <see cref="Conv1d"/>.</param>
/// <param name="options">The settings.</param>
/// <exception cref="AdapterException">The layer is no <see cref="Conv1d"/>, or a setting does not fit it.</exception>
public class LoraConv1d(nn.Module<Tensor, Tensor> layer, LoraOptions options)
    : LoraConv<Conv1d>(nameof(LoraConv1d), layer, options, CreateFactors)
{
    private static (Conv1d A, Conv1d B) CreateFactors(Conv1d layer, int rank, Tensor weight)
    {
        var (kernel, stride, dilation) = (layer.kernel_size[0], layer.stride[0], layer.dilation[0]);
        var (device, dtype) = (weight.device, weight.dtype);
        var a = layer.padding_type is { } padding
            ? nn.Conv1d(layer.in_channels, rank, kernel, padding, stride, dilation, layer.padding_mode, 1, false, device, dtype)
            : nn.Conv1d(layer.in_channels, rank, kernel, stride, layer.padding![0], dilation, layer.padding_mode, 1, false, device, dtype);
        return (a, nn.Conv1d(rank, layer.out_channels, 1, groups: layer.groups, bias: false, device: device, dtype: dtype));
    }
}
