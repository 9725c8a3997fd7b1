using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel over the batch, or in evaluation by the running statistics.</summary>
public abstract class BatchNorm : NormBase
{
    /// <summary>Creates the parameters and running statistics; see <see cref="NormBase"/>.</summary>
    public BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
        Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <summary>Normalises; in training mode the running statistics are updated.</summary>
    /// <param name="input">The input, [N, num_features, …].</param>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var average = momentum ?? 0.0;
        if (training && track_running_stats && num_batches_tracked is { } count)
        {
            count.add_(1);
            average = momentum ?? 1.0 / count.ToDouble();
        }

        var useBatch = training || (running_mean is null && running_var is null);
        var passRunning = !training || track_running_stats;
        return nn.functional.batch_norm(input, passRunning ? running_mean : null, passRunning ? running_var : null,
            weight, bias, useBatch, average, eps);
    }
}
