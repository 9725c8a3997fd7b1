namespace Declarative;

/// <summary>An adapter that makes ΔW, of the shape of its layer's weight, of few numbers anew at each call.</summary>
public abstract class DeltaAdapter : Adapter
{
    private readonly DeltaOptions options;

    private protected DeltaAdapter(string typeName, nn.Module<Tensor, Tensor> layer, DeltaOptions options)
        : base(typeName, layer)
    {
        if (options.Rank < 1)
            throw new AdapterException($"The Rank of [{options.Method}] must be at least 1; got {options.Rank}.");
        this.options = options;
    }

    /// <inheritdoc/>
    public sealed override AdapterOptions Options => options;

    /// <summary>The rank r of the factors.</summary>
    public override int Rank => options.Rank;

    /// <summary>The numerator of the scaling.</summary>
    public virtual double Alpha => options.Alpha;

    /// <summary>The factor s of the update: alpha / rank.</summary>
    public virtual double Scaling => options.Scaling;

    /// <inheritdoc/>
    public sealed override Tensor Delta()
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        return Update().MoveToOuterDisposeScope();
    }

    /// <summary>ΔW in the shape of the layer's weight, a new tensor through which gradients reach the adapter's own.</summary>
    protected abstract Tensor Update();

    internal sealed override void Initialize()
    {
        using var noGrad = no_grad();
        Start();
    }

    /// <summary>Sets the tensors to a start at which ΔW is zero. Called without gradients.</summary>
    private protected abstract void Start();

    /// <summary>A core with a matrix on each of its first two sides.</summary>
    /// <param name="core">[r, r, height, width].</param>
    /// <param name="output">[r, out].</param>
    /// <param name="input">[r, in].</param>
    /// <returns>[out, in, height, width].</returns>
    protected static Tensor Tucker(Tensor core, Tensor output, Tensor input) =>
        einsum("pqkl,po,qi->oikl", core, output, input);
}
