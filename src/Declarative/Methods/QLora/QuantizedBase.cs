namespace Declarative;

/// <summary>
/// The weight of a <see cref="Linear"/> that is stored quantised. In its place the layer has a parameter of the same shape
/// whose elements are all one NaN in memory: whoever reads it past the adapter notices. While the adapter is merged or
/// suspended, and when it is gone, the layer has the numbers that the codes stand for.
/// </summary>
/// <param name="layer">The layer.</param>
internal sealed class QuantizedBase(Linear layer) : BaseTensor(layer, WeightName)
{
    private QuantizedMatrix? matrix;
    private bool isHidden;
    private bool isMerged;
    private Tensor? suspended;
    private bool isSuspended;

    public override bool IsMerged => isMerged;

    /// <summary>The numbers that the codes stand for, made anew.</summary>
    public override Tensor Original => matrix is null ? base.Original : matrix.Unpack(Current.dtype);

    public override T ReadOriginal<T>(Func<Tensor, T> read)
    {
        using var numbers = Original;
        return read(numbers);
    }

    /// <summary>The codes, on the device that the layer is on.</summary>
    public QuantizedMatrix Matrix
    {
        get
        {
            var weight = Current;
            if (weight.device_type != matrix!.Device.type || weight.device_index != matrix.Device.index)
            {
                matrix.To(weight.device);
                if (isHidden)
                    Hide(); // moving has made a whole matrix of the one NaN
            }
            return matrix;
        }
    }

    /// <summary>What the weight takes; 0 before <see cref="Quantize"/>.</summary>
    public long Bytes => matrix?.Bytes ?? 0;

    /// <summary>Makes the codes. The layer keeps its weight until <see cref="Hide"/>.</summary>
    public void Quantize(QLoraOptions options) =>
        matrix = new QuantizedMatrix(Current, options.Type, options.BlockSize, options.DoubleQuantization);

    /// <summary>Gives up the layer's weight.</summary>
    public void Hide()
    {
        using var scope = NewDisposeScope();
        Put(full([1], float.NaN, Current.dtype, Current.device).expand(matrix!.Rows, matrix.Columns));
        isHidden = true;
    }

    public override void Merge(Tensor delta)
    {
        Show(delta);
        isMerged = true;
    }

    public override void Unmerge()
    {
        Hide();
        isMerged = false;
    }

    public override void Suspend()
    {
        if (!isHidden && !isMerged)
            return;
        isSuspended = true;
        suspended = isMerged ? Current.detach().clone().DetachFromDisposeScope() : null;
        Show(null);
    }

    public override void Resume()
    {
        if (!isSuspended)
            return;
        isSuspended = false;
        if (suspended is null)
        {
            Hide();
            return;
        }
        Put(suspended);
        suspended = null;
    }

    public override void Restore()
    {
        if ((isHidden || isMerged) && Find() is not null)
            Show(null);
        Dispose();
    }

    public override void Dispose()
    {
        matrix?.Dispose();
        matrix = null;
        suspended?.Dispose();
        suspended = null;
        base.Dispose();
    }

    private void Show(Tensor? delta)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var numbers = Matrix.Unpack(Current.dtype);
        Put(delta is null ? numbers : numbers.add_(delta));
        isHidden = false;
    }

    private void Put(Tensor values) =>
        layer.weight = (Parameter)new Parameter(values, requires_grad: false).DetachFromDisposeScope();
}
