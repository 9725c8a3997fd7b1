using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch normalisations share: affine parameters and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? _running_mean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? _running_var;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? _num_batches_tracked;

    /// <summary>Creates the parameters (if affine) and the running statistics (if tracked).</summary>
    /// <param name="num_features">The number of channels.</param>
    /// <param name="eps">What is added to the variance.</param>
    /// <param name="momentum">The weight of the newest batch in the running statistics; null for a plain average.</param>
    /// <param name="affine">Whether there are a weight and a bias.</param>
    /// <param name="track_running_stats">Whether running statistics are kept.</param>
    /// <param name="device">The device, or null for the default.</param>
    /// <param name="dtype">The element type, or null for the default.</param>
    /// <param name="name">The module's name.</param>
    public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats,
        Device? device, ScalarType? dtype, string name) : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = new Parameter(empty(num_features, dtype, device));
            bias = new Parameter(empty(num_features, dtype, device));
        }
        if (track_running_stats)
        {
            running_mean = zeros(num_features, dtype, device);
            running_var = ones(num_features, dtype, device);
            num_batches_tracked = tensor(0L, dtype, device);
        }
        reset_parameters();
    }

    /// <summary>The number of channels.</summary>
    public long num_features { get; private set; }

    /// <summary>What is added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The weight of the newest batch in the running statistics; null for a plain average.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are a weight and a bias.</summary>
    public bool affine { get; private set; }

    /// <summary>Whether running statistics are kept.</summary>
    public bool track_running_stats { get; private set; }

    /// <summary>The scale, [num_features]; null without affine parameters.</summary>
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

    /// <summary>The shift, [num_features], or null.</summary>
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

    /// <summary>The running mean, [num_features], or null.</summary>
    /// <remarks>Setting it disposes the old buffer and takes the new one out of its dispose scope.</remarks>
    public Tensor? running_mean
    {
        get => _running_mean;
        set
        {
            _running_mean?.Dispose();
            _running_mean = value?.DetachFromDisposeScope();
            ConditionallyRegisterBuffer(nameof(running_mean), _running_mean);
        }
    }

    /// <summary>The running variance, [num_features], or null.</summary>
    /// <remarks>Setting it disposes the old buffer and takes the new one out of its dispose scope.</remarks>
    public Tensor? running_var
    {
        get => _running_var;
        set
        {
            _running_var?.Dispose();
            _running_var = value?.DetachFromDisposeScope();
            ConditionallyRegisterBuffer(nameof(running_var), _running_var);
        }
    }

    /// <summary>How many batches the running statistics have seen (a scalar), or null.</summary>
    /// <remarks>Setting it disposes the old buffer and takes the new one out of its dispose scope.</remarks>
    public Tensor? num_batches_tracked
    {
        get => _num_batches_tracked;
        set
        {
            _num_batches_tracked?.Dispose();
            _num_batches_tracked = value?.DetachFromDisposeScope();
            ConditionallyRegisterBuffer(nameof(num_batches_tracked), _num_batches_tracked);
        }
    }

    /// <summary>Sets the running mean to zeros, the running variance to ones and the count to zero.</summary>
    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        nn.init.zeros_(_running_mean!);
        nn.init.ones_(_running_var!);
        nn.init.zeros_(_num_batches_tracked!);
    }

    /// <summary>Resets the running statistics, the weight to ones and the bias to zeros.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        nn.init.ones_(_weight!);
        nn.init.zeros_(_bias!);
    }

    /// <summary>Throws when the input has the wrong number of dimensions.</summary>
    /// <param name="input">The input.</param>
    protected abstract void ValidateInputDimensions(Tensor input);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _weight?.Dispose();
        _bias?.Dispose();
        _running_mean?.Dispose();
        _running_var?.Dispose();
        _num_batches_tracked?.Dispose();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => Move(device, dtype);

    /// <inheritdoc/>
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
        Move(new Device(deviceType, deviceIndex), null);

    /// <inheritdoc/>
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => Move(null, dtype);

    private NormBase Move(Device? device, ScalarType? dtype)
    {
        if (Moved(_weight, dtype, device) is { } movedWeight) weight = movedWeight;
        if (Moved(_bias, dtype, device) is { } movedBias) bias = movedBias;
        if (Moved(_running_mean, dtype, device) is { } movedMean) running_mean = movedMean;
        if (Moved(_running_var, dtype, device) is { } movedVar) running_var = movedVar;
        if (Moved(_num_batches_tracked, dtype, device) is { } movedCount) num_batches_tracked = movedCount;
        return this;
    }
}
