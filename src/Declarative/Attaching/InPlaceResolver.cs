namespace Declarative;

/// <summary>
/// Finds the parameters that plans train in place. As no call has to be intercepted, every module of the model is looked at,
/// whether the generator saw it or not.
/// </summary>
internal static class InPlaceResolver
{
    /// <summary>The parameters of the plans, each once.</summary>
    /// <exception cref="AdapterException">A pattern is malformed, or a plan means no parameter.</exception>
    public static IReadOnlyList<ResolvedParameter> Resolve(IReadOnlyList<HostedPlan> plans)
    {
        var found = HostedPlan.Meant(plans, static p => Find(p.HostPath, p.Host, p.Plan), static p => NothingMatched(p.Host, p.Plan));
        return [.. found.DistinctBy(static p => p.Place.Parameter, ReferenceEqualityComparer.Instance)];
    }

    private static IEnumerable<ResolvedParameter> Find(string hostPath, nn.Module host, AdapterPlan plan) =>
        Modules(host, plan).SelectMany(m => Trained(m.Module, plan), (m, name) => new ResolvedParameter(plan, Place(hostPath, m.Path, m.Module, name)));

    private static IEnumerable<string> Trained(nn.Module module, AdapterPlan plan) =>
        module.named_parameters(recurse: false).Select(static p => p.name).Where(name => ((InPlaceOptions)plan.Options).Trains(module, name));

    private static BaseParameter Place(string hostPath, string path, nn.Module module, string name) =>
        new(ModelWalk.Join(ModelWalk.Join(hostPath, path), name), module, name, module.get_parameter(name)!);

    // The members that the attribute is on and what they hold, or what its patterns mean.
    private static IEnumerable<(string Path, nn.Module Module)> Modules(nn.Module host, AdapterPlan plan)
    {
        if (plan.Targets is not { } written)
        {
            return plan.Layers
                .SelectMany(l => PlanResolver.Expand(host, PathTemplate.Split(l.Template)))
                .SelectMany(static chain => ModelWalk.Modules(chain[^1].Module));
        }
        var (targets, exclude) = (PlanResolver.Parse(written, host, plan), PlanResolver.Excluded(host, plan));
        return ModelWalk.Modules(host).Where(m =>
            LayerKind.IsLinear(m.Module) is var isLinear && targets.Matches(m.Path, isLinear) && !exclude.Matches(m.Path, isLinear));
    }

    private static AdapterException NothingMatched(nn.Module host, AdapterPlan plan)
    {
        var options = (InPlaceOptions)plan.Options;
        var known = ModelWalk.Modules(host).Where(m => Trained(m.Module, plan).Any()).Select(static m => m.Path).ToList();
        var excluded = plan.Exclude.Length == 0 ? "" : $" without \"{plan.Exclude}\"";
        var meant = plan.Targets is null ? "the member that it is on" : $"Targets \"{plan.Targets}\"{excluded}";
        return new AdapterException(
            $"[{options.Method}] '{plan.Name}' on {host.GetType().Name}: {meant} means nothing that it trains ({options.What}); "
            + (known.Count == 0 ? "the model has none." : $"there are some in {string.Join(", ", known.Take(12))}{(known.Count > 12 ? ", …" : "")}."));
    }
}
