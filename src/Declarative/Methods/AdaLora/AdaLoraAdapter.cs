namespace Declarative;

/// <summary>
/// Adaptive low-rank adaptation of one layer: its weight acts as <c>W + s·B·(A∘E)</c>. A row of A with its entry of E and its
/// column of B is a direction; directions are pruned by <see cref="AdapterSet.Step"/>.
/// </summary>
public abstract class AdaLoraAdapter : Adapter
{
    private const double Deviation = 0.02;

    /// <summary>A, [r, in]: the right directions, a row each.</summary>
    public Parameter lora_A;

    /// <summary>B, [out, r]: the left directions, a column each.</summary>
    public Parameter lora_B;

    /// <summary>E, [r, 1]: the weight of each direction; zero where it is pruned.</summary>
    public Parameter lora_E;

    // Which of the initial directions each row of A is, and which rows the last allocation kept: null before the first.
    private int[] directions;
    private bool[]? kept;

    private protected AdaLoraAdapter(string typeName, nn.Module<Tensor, Tensor> layer, AdaLoraOptions options)
        : base(typeName, layer)
    {
        AdaLoraSettings.Validate(options);
        if (BaseTensor.FindMatrix(layer) is not { } weight)
            throw Unsupported(layer);
        AdaLoraOptions = options;
        directions = [.. Enumerable.Range(0, options.InitialRank)];
        lora_A = Create(nameof(lora_A), options.InitialRank, weight.size(1));
        lora_B = Create(nameof(lora_B), weight.size(0), options.InitialRank);
        lora_E = Create(nameof(lora_E), options.InitialRank, 1);
    }

    /// <inheritdoc/>
    public sealed override AdapterOptions Options => AdaLoraOptions;

    /// <summary>The directions that are left.</summary>
    public sealed override int Rank => kept is null ? directions.Length : kept.Count(static k => k);

    /// <summary>The numerator of the scaling.</summary>
    public virtual double Alpha => AdaLoraOptions.Alpha;

    /// <summary>The factor s of the update, alpha / (initial rank + 1e-5).</summary>
    public virtual double Scaling => AdaLoraOptions.Scaling;

    /// <summary>The settings this adapter was made with.</summary>
    protected AdaLoraOptions AdaLoraOptions { get; }

    /// <summary>The directions that the tensors hold, pruned ones included as long as they are there.</summary>
    internal int Directions => directions.Length;

    internal static AdapterException Unsupported(nn.Module layer) => new(
        $"AdaLoRA cannot adapt a {layer.GetType().Name}. It adapts Linear and any Module<Tensor, Tensor> with a 2-D parameter or buffer "
        + "named 'weight'. Leave the layer out with Exclude.");

    /// <inheritdoc/>
    public sealed override Tensor Delta()
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        return lora_B.detach().mm(Scaled().detach()).MoveToOuterDisposeScope();
    }

    /// <summary>Prunes the directions that are not in <paramref name="keep"/>, and those pruned before.</summary>
    /// <param name="keep">A flag for each row of A; <see langword="null"/> for what the last call said.</param>
    internal void Mask(bool[]? keep = null)
    {
        kept = keep ?? kept;
        if (kept is null || Array.TrueForAll(kept, static k => k))
            return;
        using var scope = NewDisposeScope();
        var pruned = tensor(Array.ConvertAll(kept, static k => !k), device: lora_E.device).view(-1, 1);
        lora_E.masked_fill_(pruned, 0);
    }

    /// <summary>Takes the pruned directions out of the tensors, in place.</summary>
    /// <returns>Each tensor with what was taken out of it; none where all directions are kept.</returns>
    internal IReadOnlyList<RowSelection> Shrink()
    {
        if (kept is null || Array.TrueForAll(kept, static k => k))
            return [];
        var rows = Enumerable.Range(0, kept.Length).Where(i => kept[i]).ToArray();
        (directions, kept) = ([.. rows.Select(i => directions[i])], null);
        var selections = Selections(rows);
        foreach (var selection in selections)
            selection.ApplyToParameter();
        return selections;
    }

    /// <summary>For each initial direction whether a checkpoint has it: those that the layer still computes with.</summary>
    internal bool[] Pattern()
    {
        var pattern = new bool[AdaLoraOptions.InitialRank];
        var weights = kept is null ? [] : Numbers(lora_E);
        for (var i = 0; i < directions.Length; i++)
            pattern[directions[i]] = kept is null || kept[i] || weights[i] != 0;
        return pattern;
    }

    internal sealed override void Initialize()
    {
        using var noGrad = no_grad();
        nn.init.normal_(lora_A, 0, Deviation);
        nn.init.normal_(lora_B, 0, Deviation);
        nn.init.zeros_(lora_E);
    }

    internal sealed override IReadOnlyList<AdapterTensor> CheckpointTensors() =>
        [new(nameof(lora_A), lora_A), new(nameof(lora_B), lora_B), new(nameof(lora_E), lora_E)];

    // A checkpoint has the directions of its rank_pattern only.
    internal sealed override IReadOnlyList<SavedTensor> SavedTensors(PeftConfig? config)
    {
        var pattern = config is null ? Pattern() : AdaLoraPeft.Pattern(config, this);
        var wanted = Enumerable.Range(0, pattern.Length).Where(i => pattern[i]).ToArray();
        var rows = wanted.Select(d => Array.IndexOf(directions, d)).ToArray();
        return [.. Selections(rows).Zip(CheckpointTensors(), (selection, tensor) => new SavedTensor(
            tensor.Suffix, selection.Shape, selection.Select, values => Take(tensor.Parameter, values, wanted)))];
    }

    /// <summary>s·(A∘E), [r, in].</summary>
    protected Tensor Scaled()
    {
        using var weights = lora_E.mul(Scaling);
        return lora_A.mul(weights);
    }

    /// <summary>The adapter's input with dropout, or <see langword="null"/> where there is none to apply.</summary>
    /// <param name="input">The layer's input.</param>
    protected Tensor? Dropped(Tensor input) =>
        AdaLoraOptions.Dropout > 0 && training ? nn.functional.dropout(input, AdaLoraOptions.Dropout, training: true) : null;

    /// <summary>The entries of a tensor, in double precision.</summary>
    internal static double[] Numbers(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to_type(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
    }

    private IReadOnlyList<RowSelection> Selections(int[] rows) =>
        [new(lora_A, 0, rows), new(lora_B, 1, rows), new(lora_E, 0, rows)];

    private void Take(Parameter parameter, Tensor values, int[] taken)
    {
        (directions, kept) = (taken, null);
        if (!parameter.shape.SequenceEqual(values.shape))
            InPlace.Replace(parameter, empty(values.shape, parameter.dtype, parameter.device));
        parameter.copy_(values);
    }
}
