namespace Declarative;

/// <summary>The biases of the base model that a set trains along, with their original values.</summary>
internal sealed class TrainedBiases
{
    private readonly List<TrainedBiasTensor> biases = [];

    public IReadOnlyList<TrainedBiasTensor> All => biases;

    /// <summary>Whether the attributes of <paramref name="layers"/> say that <paramref name="parameter"/> is trained.</summary>
    public static bool IsTrained(BaseParameter parameter, IReadOnlyList<AttachedLayer> layers) =>
        Asking(parameter, layers).Any();

    /// <summary>Adds a bias that the attributes of <paramref name="layers"/> say is trained.</summary>
    public void Add(BaseParameter parameter, IReadOnlyList<AttachedLayer> layers)
    {
        var values = new BaseTensor(parameter.Owner, parameter.Name);
        values.KeepOriginal();
        biases.Add(new TrainedBiasTensor(parameter, values, Asking(parameter, layers).Max(static o => o.BiasLearningRateRatio)));
    }

    public void Suspend() => biases.ForEach(static b => b.Values.Suspend());

    public void Resume() => biases.ForEach(static b => b.Values.Resume());

    public void Restore()
    {
        biases.ForEach(static b => b.Values.Restore());
        biases.Clear();
    }

    // The options of the adapters that want the parameter trained.
    private static IEnumerable<AdapterOptions> Asking(BaseParameter parameter, IReadOnlyList<AttachedLayer> layers)
    {
        var wide = layers.Select(static l => l.Adapter.Options).Where(static o => o.Bias == TrainedBias.All);
        if (wide.Any())
            return parameter.Path.Contains("bias", StringComparison.Ordinal) ? wide : [];
        return parameter.Name != "bias" ? [] : layers
            .Where(l => l.Adapter.Options.Bias == TrainedBias.LoraOnly && ReferenceEquals(l.Adapter.BaseLayer, parameter.Owner))
            .Select(static l => l.Adapter.Options);
    }
}
