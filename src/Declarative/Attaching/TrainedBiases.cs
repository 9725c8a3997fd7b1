namespace Declarative;

/// <summary>The biases of the base model that a set trains along, with their original values.</summary>
internal sealed class TrainedBiases
{
    private readonly List<TrainedBiasTensor> biases = [];

    public IReadOnlyList<TrainedBiasTensor> All => biases;

    public IEnumerable<Parameter> Parameters => biases.Select(static b => (Parameter)b.Values.Current);

    /// <summary>Whether the attributes of <paramref name="layers"/> say that <paramref name="parameter"/> is trained.</summary>
    public static bool IsTrained(BaseParameter parameter, IReadOnlyList<AttachedLayer> layers) =>
        layers.Any(static l => l.Adapter.Options.Bias == TrainedBias.All)
            ? parameter.Path.Contains("bias", StringComparison.Ordinal)
            : parameter.Name == "bias" && layers.Any(l =>
                l.Adapter.Options.Bias == TrainedBias.LoraOnly && ReferenceEquals(l.Adapter.BaseLayer, parameter.Owner));

    public void Add(BaseParameter parameter)
    {
        var values = new BaseTensor(parameter.Owner, parameter.Name);
        values.KeepOriginal();
        biases.Add(new TrainedBiasTensor(parameter, values));
    }

    public void Suspend() => biases.ForEach(static b => b.Values.Suspend());

    public void Resume() => biases.ForEach(static b => b.Values.Resume());

    public void Restore()
    {
        biases.ForEach(static b => b.Values.Restore());
        biases.Clear();
    }
}
