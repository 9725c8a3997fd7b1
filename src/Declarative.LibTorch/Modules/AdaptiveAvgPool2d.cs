#nullable disable

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean of as many windows as the output has elements.</summary>
public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d))
    {
        this.output_size = output_size;
    }

    /// <summary>The output's two sizes.</summary>
    public long[] output_size { get; set; }

    /// <summary>Pools <c>[N, C, H, W]</c>.</summary>
    /// <param name="input">The input.</param>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
}
