namespace Declarative;

/// <summary>Low-rank adaptation of one layer: its weight acts as <c>W + s·B·A</c>.</summary>
public abstract class LoraAdapter : Adapter
{
    private bool awaitsData;
    private Tensor? initialA;
    private Tensor? initialB;

    private protected LoraAdapter(string typeName, nn.Module<Tensor, Tensor> layer, LoraOptions options)
        : base(typeName, layer)
    {
        if (options.Rank < 1)
            throw new AdapterException($"A LoRA rank must be at least 1; got {options.Rank}.");
        if (!(options.Dropout >= 0 && options.Dropout < 1))
            throw new AdapterException($"A LoRA dropout must be at least 0 and below 1; got {options.Dropout}.");
        if (!(options.LearningRateRatio > 0 && double.IsFinite(options.LearningRateRatio)))
            throw new AdapterException($"A LoRA learning rate ratio must be a finite number above 0; got {options.LearningRateRatio}.");
        LoraOptions = options;
        Variant = options.CreateVariant(this);
    }

    /// <inheritdoc/>
    public sealed override AdapterOptions Options => LoraOptions;

    /// <summary>The rank r: A has r rows, B has r columns.</summary>
    public override int Rank => LoraOptions.Rank;

    /// <summary>The numerator of the scaling.</summary>
    public virtual double Alpha => LoraOptions.Alpha;

    /// <summary>The factor s of the update: alpha / rank, or alpha / √rank where rank-stabilised.</summary>
    public virtual double Scaling => LoraOptions.Scaling;

    /// <summary>The settings this adapter was made with.</summary>
    protected LoraOptions LoraOptions { get; }

    /// <summary>Sets A and B to a start that leaves the layer's weight alone.</summary>
    /// <param name="init">The start; <see cref="LoraInit.PiSSA"/> and <see cref="LoraInit.OLoRA"/> change the weight and are for attaching only.</param>
    /// <exception cref="AdapterException"><paramref name="init"/> is one of those, or does not fit this layer.</exception>
    public void Reset(LoraInit init = LoraInit.KaimingUniform)
    {
        if (LoraStart.ChangesWeight(init))
            throw new AdapterException($"{init} changes the layer's weight; give it to the attribute, as Init, and attach again.");
        using var noGrad = no_grad();
        StartAll(init);
    }

    /// <inheritdoc/>
    public sealed override Tensor Delta()
    {
        if (MergeObstacle is { } obstacle)
            throw new AdapterException($"The update of '{LayerPath}' has no weight form: {obstacle}.");
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var matrices = Matrices();
        var delta = Variant is null ? LoraMath.Product(matrices.B, matrices.A, Scaling) : Variant.Delta(matrices);
        return ToWeight(delta).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public sealed override void train(bool train = true)
    {
        Variant?.Forget();
        base.train(train);
    }

    /// <summary>What the adapter does beside LoRA; <see langword="null"/> for LoRA itself. Set by the constructor.</summary>
    private protected LoraVariant? Variant { get; set; }

    internal sealed override string? TrainingObstacle =>
        awaitsData ? "its start, Init = Eva, comes from data; call EvaStart.Apply first" : null;

    internal sealed override bool ChangesWeight => IsMatrix && LoraStart.ChangesWeight(LoraOptions.Init);

    /// <summary>The factors that <see cref="LoraInit"/> took out of the weight; <see langword="null"/> where it took none.</summary>
    internal (Tensor A, Tensor B)? TakenOut => initialA is { } a && initialB is { } b ? (a, b) : null;

    internal sealed override void Initialize()
    {
        using var noGrad = no_grad();
        StartAll(LoraOptions.Init);
        if (ChangesWeight)
            KeepFactors();
        foreach (var tensor in CheckpointTensors().Where(static t => !t.IsTrained))
            tensor.Parameter.requires_grad = false;
    }

    internal sealed override IReadOnlyList<AdapterTensor> CheckpointTensors() =>
        Variant is null ? Factors() : [.. Factors(), .. Variant.Tensors().Select(Rated)];

    internal sealed override IReadOnlyList<SavedTensor> SavedTensors(PeftConfig? config) =>
        Variant is null ? base.SavedTensors(config) : [.. base.SavedTensors(config), .. Variant.FurtherSaved()];

    internal sealed override string? ChangeOfWeight => base.ChangeOfWeight ?? Variant?.ChangeOfWeight;

    internal sealed override void Changed()
    {
        awaitsData = false;
        Variant?.Forget();
    }

    /// <summary>A and B themselves.</summary>
    internal (Parameter A, Parameter B) FactorPair() => Factors() is [var a, var b] ? (a.Parameter, b.Parameter) : throw new InvalidOperationException();

    /// <summary>Whether A starts from the layer's inputs.</summary>
    internal bool StartsFromData => IsMatrix && LoraOptions.Init == LoraInit.Eva;

    /// <summary>Sets A to the rows of <paramref name="directions"/>, [r, in], and B to zero.</summary>
    internal void StartFrom(Tensor directions)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var matrices = Matrices();
        matrices.A.copy_(directions);
        matrices.B.zero_();
        Variant?.Start(matrices);
        awaitsData = false;
    }

    /// <summary>W, A and B as matrices: parameters, or views of them that are the caller's to dispose.</summary>
    internal abstract LowRankMatrices Matrices();

    /// <summary>Adds a product to the layer's weight in place and remembers the original. Called without gradients, in a scope.</summary>
    /// <param name="left">[out, n].</param>
    /// <param name="right">[n, in].</param>
    internal void AddToWeight(Tensor left, Tensor right)
    {
        Weight.KeepOriginal();
        var weight = Weight.Current;
        if (weight.dim() == 2)
            Matrices().Weight.addmm_(left, right);
        else
            weight.add_(ToWeight(left.mm(right)));
    }

    /// <summary>s·B·A·x, [tokens, out], without dropout. Called without gradients, in a scope.</summary>
    /// <param name="input">The layer's input.</param>
    internal abstract Tensor Update(Tensor input);

    /// <summary>Trains other factors, of the same shapes, in place of its own.</summary>
    internal abstract void TakeFactors(Parameter a, Parameter b);

    /// <summary>Whether the layer's weight is a matrix that its input is multiplied by, so that every start is for it.</summary>
    private protected virtual bool IsMatrix => false;

    /// <summary>A matrix [out, in] in the shape of the layer's weight; by default the same.</summary>
    private protected virtual Tensor ToWeight(Tensor matrix) => matrix;

    /// <summary>A and B.</summary>
    private protected abstract IReadOnlyList<AdapterTensor> Factors();

    /// <summary>Sets A and B to <paramref name="init"/>.</summary>
    private protected abstract void Start(LoraInit init);

    /// <summary>The adapter's input with dropout, or <see langword="null"/> where there is none to apply.</summary>
    /// <param name="input">The layer's input.</param>
    protected Tensor? Dropped(Tensor input) =>
        LoraOptions.Dropout > 0 && training ? nn.functional.dropout(input, LoraOptions.Dropout, training: true) : null;

    /// <summary>Adds s·h·Bᵀ to <paramref name="rows"/>, in place.</summary>
    /// <param name="rows">The layer's own result, [M, out].</param>
    /// <param name="hidden">The adapter's input times Aᵀ, [M, r]; scaled in place where s is no exact single-precision number.</param>
    /// <param name="b">B, [out, r].</param>
    /// <returns><paramref name="rows"/>.</returns>
    private protected Tensor AddUpdate(Tensor rows, Tensor hidden, Tensor b)
    {
        using var transposed = b.t();
        return rows.addmm_(hidden, transposed, beta: 1, alpha: LoraMath.Factor(Scaling, hidden));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Variant?.Dispose();
            initialA?.Dispose();
            initialB?.Dispose();
        }
        base.Dispose(disposing);
    }

    private void KeepFactors()
    {
        using var scope = NewDisposeScope();
        var matrices = Matrices();
        initialA = matrices.A.detach().clone().DetachFromDisposeScope();
        initialB = matrices.B.detach().clone().DetachFromDisposeScope();
    }

    // As PEFT's LoRA+ has it: a further tensor with one dimension goes with B.
    private AdapterTensor Rated(AdapterTensor tensor) =>
        tensor.Parameter.dim() == 1 ? tensor with { LearningRateRatio = LoraOptions.LearningRateRatio } : tensor;

    private void StartAll(LoraInit init)
    {
        Start(init);
        awaitsData = IsMatrix && init == LoraInit.Eva;
        using var scope = NewDisposeScope();
        Variant?.Start(Matrices());
    }
}
