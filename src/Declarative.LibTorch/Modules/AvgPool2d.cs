#nullable disable

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean of each window over two dimensions.</summary>
public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool2d(long[] kernel_size, long[] stride, long[] padding, bool ceil_mode, bool count_include_pad, long? divisor_override) : base(nameof(AvgPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.ceil_mode = ceil_mode;
        this.count_include_pad = count_include_pad;
        this.divisor_override = divisor_override;
    }

    /// <summary>The window's sizes.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The window's steps, or null for its sizes.</summary>
    public long[] stride { get; set; }

    /// <summary>The padding of each dimension, or null for none.</summary>
    public long[] padding { get; set; }

    /// <summary>Whether sizes are rounded up.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the padding counts in the mean.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What to divide by instead, or null.</summary>
    public long? divisor_override { get; set; }

    /// <summary>Pools <c>[N, C, H, W]</c>.</summary>
    /// <param name="input">The input.</param>
    public override Tensor forward(Tensor input) => nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}
