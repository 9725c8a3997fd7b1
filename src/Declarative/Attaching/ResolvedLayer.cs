namespace Declarative;

/// <summary>A layer that a plan means, found in the model.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Target">The row of the plan.</param>
/// <param name="Host">The annotated module.</param>
/// <param name="Path">The layer's path from the model that is attached to.</param>
/// <param name="HostPath">The layer's path from the host, which patterns match.</param>
/// <param name="LocalPath">The layer's path from its owner.</param>
/// <param name="Owner">The module that owns the layer.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Sequences">The sequences between the layer and the nearest other module above it, nearest first.</param>
internal sealed record ResolvedLayer(
    AdapterPlan Plan,
    AdapterTarget Target,
    nn.Module Host,
    string Path,
    string HostPath,
    string LocalPath,
    nn.Module Owner,
    nn.Module Layer,
    IReadOnlyList<Sequential> Sequences)
{
    /// <summary>Whether both come from the same attribute of the same class, so that they are one claim and no conflict.</summary>
    public bool SamePlanAs(ResolvedLayer other) =>
        Host.GetType() == other.Host.GetType() && Plan.Name == other.Plan.Name && Plan.Options == other.Plan.Options
        && Plan.Targets == other.Plan.Targets;
}
