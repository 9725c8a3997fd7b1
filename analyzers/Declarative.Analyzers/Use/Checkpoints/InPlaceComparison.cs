namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>There is nothing to compare but the method and its layers.</summary>
/// <param name="peftType">The value of <c>peft_type</c>.</param>
internal sealed class InPlaceComparison(string peftType) : MethodComparison
{
    public override string PeftType => peftType;

    public override IEnumerable<string> Compare(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers) => [];
}
