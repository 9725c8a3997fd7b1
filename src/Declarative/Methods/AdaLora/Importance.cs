namespace Declarative;

/// <summary>
/// How important each entry of a tensor is: the mean of its sensitivity |w·∂L/∂w| times the mean of how far the sensitivity is
/// from that mean, both decaying.
/// </summary>
internal sealed class Importance(double beta1, double beta2) : IDisposable
{
    private Tensor? sensitivity;
    private Tensor? uncertainty;

    /// <summary>The product of both means, in the tensor's shape.</summary>
    public Tensor Score() => sensitivity!.mul(uncertainty!);

    /// <summary>One step; a tensor without a gradient is not sensitive.</summary>
    public void Update(Parameter parameter)
    {
        using var scope = NewDisposeScope();
        var values = parameter.detach();
        if (sensitivity is null || !Fits(values))
            Start(values);
        var now = parameter.grad is { } gradient ? values.mul(gradient).abs_() : zeros_like(values);
        sensitivity!.mul_(beta1).add_(now, alpha: 1 - beta1);
        uncertainty!.mul_(beta2).add_(now.sub_(sensitivity).abs_(), alpha: 1 - beta2);
    }

    public void Dispose()
    {
        sensitivity?.Dispose();
        uncertainty?.Dispose();
        (sensitivity, uncertainty) = (null, null);
    }

    // Not after .to(), nor after a checkpoint of other ranks was read.
    private bool Fits(Tensor values) =>
        sensitivity!.device_type == values.device_type && sensitivity.device_index == values.device_index && sensitivity.shape.SequenceEqual(values.shape);

    private void Start(Tensor values)
    {
        Dispose();
        sensitivity = zeros_like(values).DetachFromDisposeScope();
        uncertainty = zeros_like(values).DetachFromDisposeScope();
    }
}
