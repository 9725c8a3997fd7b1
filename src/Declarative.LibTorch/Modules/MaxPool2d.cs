#nullable disable

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The maximum of each window over two dimensions.</summary>
public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool2d(long[] kernel_size, long[] stride, long[] padding, long[] dilation, bool ceil_mode) : base(nameof(MaxPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The window's sizes.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The window's steps, or null for its sizes.</summary>
    public long[] stride { get; set; }

    /// <summary>The padding of each dimension, or null for none.</summary>
    public long[] padding { get; set; }

    /// <summary>The distance of the window's elements, or null for one.</summary>
    public long[] dilation { get; set; }

    /// <summary>Whether sizes are rounded up.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Pools <c>[N, C, H, W]</c>.</summary>
    /// <param name="input">The input.</param>
    public override Tensor forward(Tensor input) => nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>Pools, and tells where each maximum was.</summary>
    /// <param name="input">The input.</param>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
}
