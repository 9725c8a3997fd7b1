namespace Declarative;

/// <summary>
/// The pair of random matrices that the VeRA adapters of one seed and rank share. It is where the adapters are: moved when
/// one of them is called after <c>.to()</c>.
/// </summary>
internal sealed class VeRASession : MethodSession
{
    /// <summary>The matrices' names in a checkpoint.</summary>
    public const string NameOfA = "vera_A", NameOfB = "vera_B";

    private readonly IReadOnlyList<VeRAAdapter> adapters;
    private readonly object gate = new();
    private readonly VeRAOptions options;
    private readonly long inputs, outputs;
    private volatile VeRAProjection projection;

    /// <summary>Makes the matrices, as large as the largest layer needs them, and gives them to the adapters.</summary>
    /// <exception cref="AdapterException">The layers are on several devices or of several element types.</exception>
    public VeRASession(IReadOnlyList<VeRAAdapter> adapters)
    {
        this.adapters = adapters;
        options = adapters[0].VeRAOptions;
        (inputs, outputs) = (adapters.Max(static a => a.InFeatures), adapters.Max(static a => a.OutFeatures));
        ThrowIfApart();
        projection = FromSeed(adapters[0].vera_lambda_d);
        foreach (var adapter in adapters)
            adapter.Session = this;
    }

    /// <summary>Whether a checkpoint has the matrices: where that is asked for, and where the seed does not make them.</summary>
    public bool IsSaved => options.SaveProjection || !IsFromSeed;

    /// <inheritdoc/>
    public override long FrozenParameters => projection.A.numel() + projection.B.numel();

    private bool IsFromSeed { get; set; } = true;

    /// <summary>The matrices where <paramref name="adapter"/> is.</summary>
    /// <exception cref="AdapterException">The adapters are on several devices or of several element types.</exception>
    public VeRAProjection On(VeRAAdapter adapter)
    {
        var present = projection;
        return present.IsWith(adapter.vera_lambda_d) ? present : Follow(adapter.vera_lambda_d);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Tensor> CheckpointTensors() => IsSaved ? Named() : base.CheckpointTensors();

    /// <inheritdoc/>
    public override IReadOnlyList<CheckpointTensor> Expected(PeftConfig config) =>
        [.. Named().Select(t => new CheckpointTensor(t.Key, t.Value.shape, IsRequired: VeRAPeft.HasProjection(config)))];

    /// <summary>Takes over the matrices of the checkpoint; where it has none, those of the seed.</summary>
    public override void Load(IReadOnlyDictionary<string, Tensor> read)
    {
        var like = adapters[0].vera_lambda_d;
        var loaded = FromSeed(like);
        if (read.TryGetValue(NameOfA, out var a) && read.TryGetValue(NameOfB, out var b))
        {
            var ofFile = new VeRAProjection(a, b).CopyTo(like);
            IsFromSeed = loaded.HasNumbersOf(ofFile);
            loaded.Dispose();
            loaded = ofFile;
        }
        else
        {
            IsFromSeed = true;
        }
        Replace(loaded);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        projection.Dispose();
        base.Dispose();
    }

    private VeRAProjection Follow(Tensor like)
    {
        lock (gate)
        {
            if (projection.IsWith(like))
                return projection;
            ThrowIfApart();

            // From a half-precision model back: the seed has the digits that the present matrices have lost.
            using var inference = inference_mode(false);
            Replace(IsFromSeed ? FromSeed(like) : projection.CopyTo(like));
            return projection;
        }
    }

    private void Replace(VeRAProjection by)
    {
        using var old = projection;
        projection = by;
    }

    private VeRAProjection FromSeed(Tensor like)
    {
        using var made = VeRAProjection.FromSeed(options.SharedSeed, options.Rank, inputs, outputs);
        return made.CopyTo(like);
    }

    private Dictionary<string, Tensor> Named() =>
        new(StringComparer.Ordinal) { [NameOfA] = projection.A, [NameOfB] = projection.B };

    private void ThrowIfApart()
    {
        var first = adapters[0];
        if (adapters.FirstOrDefault(a => Place(a) != Place(first)) is not { } other)
            return;
        throw new AdapterException(
            $"The layers of [VeRA] with seed {options.SharedSeed} and rank {options.Rank} share one pair of matrices, but '{first.LayerPath}' is "
            + $"{Place(first)} and '{other.LayerPath}' is {Place(other)}. Bring them to one device and element type, or give some an "
            + "attribute with another SharedSeed and another Name.");
    }

    private static string Place(VeRAAdapter adapter) => $"{adapter.vera_lambda_d.dtype} on {adapter.vera_lambda_d.device}";
}
