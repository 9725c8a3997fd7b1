using Declarative.Generators.Model;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares what the library compares when it loads: of which layers the inputs are scaled.</summary>
internal sealed class Ia3Comparison : MethodComparison
{
    public override string PeftType => "IA3";

    public override IEnumerable<string> Compare(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers)
    {
        if (FileTargets.Read(config, "feedforward_modules") is not { } inputs)
            yield break;
        foreach (var plan in layers.Where(static l => l.IsSure).GroupBy(static l => l.Plan))
        {
            if (plan.Select(l => Compare(inputs, l)).FirstOrDefault(static d => d is not null) is { } difference)
                yield return difference;
        }
    }

    private static string? Compare(FileTargets inputs, PlannedLayer layer)
    {
        var here = ((Ia3Spec)layer.Plan.Spec.For(layer.Layer.Template, layer.Layer.IsLinear)).IsFeedForward;
        return (inputs.Mean(layer.Path, layer.Layer.IsLinear), here) switch
        {
            (true, false) => $"the inputs are scaled in the file, the outputs for {layer.Where} (FeedForward)",
            (false, true) => $"the outputs are scaled in the file, the inputs for {layer.Where} (FeedForward)",
            _ => null,
        };
    }
}
