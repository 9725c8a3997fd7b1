using Declarative.Generators.Model;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares what the library compares when it loads: each layer's block, and whether R is a series and how long.</summary>
internal sealed class OftComparison : MethodComparison
{
    private const double DefaultBlockSize = 32, DefaultTerms = 5;

    public override string PeftType => "OFT";

    public override IEnumerable<string> Compare(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers)
    {
        foreach (var plan in layers.Where(static l => l.IsSure).GroupBy(static l => l.Plan))
        {
            var (spec, where) = ((OftSpec)plan.Key.Spec, plan.First().Where);
            if (plan.Select(l => CompareSide(config, spec, l)).FirstOrDefault(static d => d is not null) is { } side)
                yield return side;
            if (config.Flag("block_share") != spec.BlockShare)
                yield return $"BlockShare is {!spec.BlockShare} in the file, {spec.BlockShare} on {where}";
            var isSeries = config.Flag("use_cayley_neumann", otherwise: true);
            var terms = config.Number("num_cayley_neumann_terms", DefaultTerms);
            if (isSeries != spec.UseCayleyNeumann)
                yield return $"UseCayleyNeumann is {isSeries} in the file, {spec.UseCayleyNeumann} on {where}";
            else if (isSeries && terms != spec.NeumannTerms)
                yield return FormattableString.Invariant($"NeumannTerms is {terms} in the file, {spec.NeumannTerms} on {where}");
        }
    }

    // Blocks are given by their number or by their side, and one follows from the other where the layer's inputs are known.
    private static string? CompareSide(CheckpointConfig config, OftSpec spec, PlannedLayer layer)
    {
        if (layer.Layer.Shape is not { In.Value: { } inputs } shape || spec.SideOf(shape) is not { } here)
            return null;
        var blocks = config.Number("r", 0);
        var there = blocks != 0 ? inputs / blocks : config.Number("oft_block_size", DefaultBlockSize);
        return there == here ? null : FormattableString.Invariant($"a block of {there} inputs in the file, of {here} on {layer.Where}");
    }
}
