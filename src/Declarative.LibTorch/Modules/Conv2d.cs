using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over two spatial dimensions.</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride,
        (long, long)? padding, Padding? padding_type, (long, long) dilation, long groups, bool bias,
        PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(nameof(Conv2d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2],
            [stride.Item1, stride.Item2], padding is { } size ? [size.Item1, size.Item2] : null, padding_type,
            [dilation.Item1, dilation.Item2], false, [0L, 0L], groups, bias, padding_mode, device, dtype)
    {
    }

    /// <summary>Convolves <c>[N, in_channels, H, W]</c> or <c>[in_channels, H, W]</c>.</summary>
    /// <param name="input">The input.</param>
    /// <exception cref="ArgumentException">The input has another shape.</exception>
    public override Tensor forward(Tensor input)
    {
        if (!ValidateShape(input, 2))
            throw new ArgumentException($"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to Conv2d.");
        if (padding_mode != PaddingModes.Zeros)
        {
            using var padded = nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
            return nn.functional.conv2d(padded, weight, bias, stride, [0L, 0L], dilation, groups);
        }
        return padding_type is { } type
            ? nn.functional.conv2d_padding(input, weight, bias, stride, type, dilation, groups)
            : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}
