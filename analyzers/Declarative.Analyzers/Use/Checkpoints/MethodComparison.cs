using Declarative.Generators.Model;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>How the configuration of one adapter method is compared with its attributes.</summary>
internal abstract class MethodComparison
{
    /// <summary>The value of <c>peft_type</c>.</summary>
    public abstract string PeftType { get; }

    /// <summary>What the file says differently about layers that get an adapter of the method, or may get one.</summary>
    /// <exception cref="FormatException">A pattern of the file cannot be used; the message says which and why.</exception>
    public abstract IEnumerable<string> Compare(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers);

    /// <summary>
    /// What the file says differently about which biases are trained. All adapters of a checkpoint have one setting between
    /// them, which is known where every attribute says the same.
    /// </summary>
    /// <param name="config">The file.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="layerBias">What the file says where the biases of the adapted layers are trained.</param>
    /// <param name="bias">The setting of a layer's attribute.</param>
    protected static string? CompareBias(
        CheckpointConfig config, IReadOnlyList<PlannedLayer> layers, string layerBias, Func<PlannedLayer, string> bias)
    {
        var biases = layers.Select(bias).Distinct().ToList();
        if (biases.Count != 1 || !layers.Any(static l => l.IsSure))
            return null;
        var (there, here) = (config.Text("bias") ?? "none", biases[0] switch { LowRankSpec.EveryBias => "all", LowRankSpec.LayerBias => layerBias, _ => "none" });
        return there == here ? null : $"trained biases '{there}' in the file, '{here}' for {layers[0].Where}";
    }
}
