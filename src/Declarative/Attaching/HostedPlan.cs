namespace Declarative;

/// <summary>A plan of one annotated module of a model.</summary>
/// <param name="HostPath">The module's path from the model.</param>
/// <param name="Host">The module.</param>
/// <param name="Plan">The plan.</param>
internal sealed record HostedPlan(string HostPath, nn.Module Host, AdapterPlan Plan)
{
    /// <summary>What plans mean, all together.</summary>
    /// <typeparam name="T">What a plan means: layers, or parameters.</typeparam>
    /// <param name="plans">The plans.</param>
    /// <param name="find">Finds what one means.</param>
    /// <param name="nothing">The error of an attribute that means nothing in any module of its class.</param>
    public static IReadOnlyList<T> Meant<T>(
        IEnumerable<HostedPlan> plans, Func<HostedPlan, IEnumerable<T>> find, Func<HostedPlan, AdapterException> nothing)
    {
        var found = plans.Select(p => (Hosted: p, Meant: find(p).ToList())).ToList();
        foreach (var group in found.GroupBy(static f => (f.Hosted.Host.GetType(), f.Hosted.Plan.Name, f.Hosted.Plan.Targets, f.Hosted.Plan.Options)))
        {
            if (group.All(static f => f.Meant.Count == 0))
                throw nothing(group.First().Hosted);
        }
        return [.. found.SelectMany(static f => f.Meant)];
    }
}
