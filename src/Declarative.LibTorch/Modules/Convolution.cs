using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions share: sizes, padding, weight and bias.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    /// <summary>The bias, or null.</summary>
    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    /// <summary>The weight.</summary>
    [ComponentName(Name = nameof(weight))]
    protected Parameter? _weight;

    /// <summary>The padding as <c>functional.pad</c> takes it: last dimension first, both sides.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

    /// <summary>Creates the weight and the bias and initialises them.</summary>
    /// <exception cref="ArgumentException">A padding mode other than zeros with a transposed convolution, or padding
    /// <c>Same</c> with a stride.</exception>
    protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride,
        long[]? padding, Padding? padding_type, long[] dilation, bool transposed, long[] output_padding, long groups,
        bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null) : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND", nameof(padding_mode));

        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        if (padding_type is { } type) SetPadding(type);
        else SetPadding(padding ?? new long[kernel_size.Length]);

        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        weight = new Parameter(empty([.. channels, .. kernel_size], dtype, device));
        if (bias) this.bias = new Parameter(empty(out_channels, dtype, device));
        reset_parameters();
    }

    /// <summary>The number of input channels.</summary>
    public long in_channels { get; }

    /// <summary>The number of output channels.</summary>
    public long out_channels { get; }

    /// <summary>Whether the convolution is transposed.</summary>
    public bool transposed { get; }

    /// <summary>The kind of padding, or null when <see cref="padding"/> gives it.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>The padding of each spatial dimension, or null when <see cref="padding_type"/> gives it.</summary>
    public long[]? padding { get; private set; }

    /// <summary>What the padding is filled with.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>The number of groups of channels.</summary>
    public long groups { get; set; }

    /// <summary>The kernel's size in each spatial dimension.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The stride in each spatial dimension.</summary>
    public long[] stride { get; set; }

    /// <summary>The dilation in each spatial dimension.</summary>
    public long[] dilation { get; set; }

    /// <summary>What a transposed convolution adds to the output's sizes.</summary>
    public long[] output_padding { get; set; }

    /// <summary>The weight, [out_channels, in_channels / groups, kernel…].</summary>
    /// <remarks>Setting it disposes the old parameter and takes the new one out of its dispose scope.</remarks>
    public Parameter weight
    {
        get => _weight!;
        set
        {
            if (_weight is { IsInvalid: false } && value.Handle == _weight.Handle) return;
            _weight?.Dispose();
            _weight = (Parameter)value.DetachFromDisposeScope();
            ConditionallyRegisterParameter(nameof(weight), _weight);
        }
    }

    /// <summary>The bias, [out_channels], or null.</summary>
    /// <remarks>Setting it disposes the old parameter and takes the new one out of its dispose scope.</remarks>
    public Parameter? bias
    {
        get => _bias;
        set
        {
            _bias?.Dispose();
            _bias = (Parameter?)value?.DetachFromDisposeScope();
            ConditionallyRegisterParameter(nameof(bias), _bias);
        }
    }

    /// <summary>Draws the weight and the bias as PyTorch does.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null) return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn == 0) return;
        var bound = 1 / Math.Sqrt(fanIn);
        nn.init.uniform_(bias, -bound, bound);
    }

    /// <summary>Sets the padding of each spatial dimension.</summary>
    /// <param name="padding">The padding.</param>
    public void SetPadding(long[] padding)
    {
        padding_type = null;
        this.padding = padding;
        _reversed_padding_repeated_twice = Enumerable.Reverse(padding).SelectMany(size => new[] { size, size }).ToArray();
    }

    /// <summary>Sets the kind of padding.</summary>
    /// <param name="padding">The kind.</param>
    /// <exception cref="ArgumentException">The convolution is transposed, or strided with <c>Same</c>.</exception>
    public void SetPadding(Padding padding)
    {
        if (transposed) throw new ArgumentException("Cannot set padding type on ConvTransposeND");
        this.padding = null;
        padding_type = padding;
        _reversed_padding_repeated_twice = new long[kernel_size.Length * 2];
        if (padding != Padding.Same) return;
        if (stride.Any(step => step != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        for (var i = 0; i < kernel_size.Length; i++)
        {
            var total = dilation[i] * (kernel_size[i] - 1);
            _reversed_padding_repeated_twice[2 * i] = total / 2;
            _reversed_padding_repeated_twice[2 * i + 1] = total - total / 2;
        }
    }

    /// <summary>Whether an input has the right dimensions, batched or not, and the right number of channels.</summary>
    /// <param name="input">The input.</param>
    /// <param name="dimensions">The number of spatial dimensions.</param>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) ||
               (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _weight?.Dispose();
        _bias?.Dispose();
    }

    /// <inheritdoc/>
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => Move(device, dtype);

    /// <inheritdoc/>
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
        Move(new Device(deviceType, deviceIndex), null);

    /// <inheritdoc/>
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => Move(null, dtype);

    private Convolution Move(Device? device, ScalarType? dtype)
    {
        if (Moved(_weight, dtype, device) is { } movedWeight) weight = movedWeight;
        if (Moved(_bias, dtype, device) is { } movedBias) bias = movedBias;
        return this;
    }
}
