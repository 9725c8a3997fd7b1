namespace Declarative;

/// <summary>
/// The parameters of the base model that a set trains, with their original values: those of methods that train in place, and
/// the biases that adapters have trained along.
/// </summary>
internal sealed class TrainedParameters
{
    private readonly List<TrainedParameter> parameters = [];

    public IReadOnlyList<TrainedParameter> All => parameters;

    /// <summary>Whether the attributes of <paramref name="layers"/> have <paramref name="parameter"/> trained along.</summary>
    public static bool IsTrainedAlong(BaseParameter parameter, IReadOnlyList<AttachedLayer> layers) => Asking(parameter, layers).Any();

    /// <summary>Adds a parameter that is trained in place.</summary>
    public void Add(BaseParameter parameter, AdapterPlan plan) => Add(parameter, learningRateRatio: 1, plan);

    /// <summary>Adds a bias that the attributes of <paramref name="layers"/> have trained along.</summary>
    public void Add(BaseParameter parameter, IReadOnlyList<AttachedLayer> layers) =>
        Add(parameter, Asking(parameter, layers).Max(static o => o.BiasLearningRateRatio), plan: null);

    public void Suspend() => parameters.ForEach(static b => b.Values.Suspend());

    public void Resume() => parameters.ForEach(static b => b.Values.Resume());

    public void Restore()
    {
        parameters.ForEach(static b => b.Values.Restore());
        parameters.Clear();
    }

    private void Add(BaseParameter parameter, double learningRateRatio, AdapterPlan? plan)
    {
        var values = new BaseTensor(parameter.Owner, parameter.Name);
        values.KeepOriginal();
        parameters.Add(new TrainedParameter(parameter, values, learningRateRatio, plan));
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
