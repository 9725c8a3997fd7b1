using Declarative.Patterns;

namespace Declarative;

/// <summary>Finds in a model the layers that its classes' attributes mean.</summary>
internal static class PlanResolver
{
    /// <summary>The layers and parameters of every plan, or of those named <paramref name="name"/>; each once.</summary>
    /// <exception cref="AdapterException">
    /// There is no such plan, a pattern matches nothing or means a layer that the generator did not see, or two plans claim one layer.
    /// </exception>
    public static ResolvedPlans Resolve(nn.Module model, string? name)
    {
        var hosts = ModelWalk.Modules(model).Where(static m => m.Module is IAdapterHost).ToList();
        if (hosts.Count == 0)
            throw new AdapterException(
                $"No module of {model.GetType().Name} is of a class with an adapter attribute. Put one on the class, such as "
                + "[Lora(Rank = 8)], make the class partial, and reference the package's generator.");

        var plans = hosts
            .SelectMany(static h => ((IAdapterHost)h.Module).GetAdapterPlans(), static (h, plan) => new HostedPlan(h.Path, h.Module, plan))
            .ToList();
        var wanted = plans.Where(p => name is null || p.Plan.Name == name).ToList();
        if (wanted.Count == 0)
            throw new AdapterException(
                $"No adapter attribute in {model.GetType().Name} is named '{name}'. Named there: "
                + $"{string.Join(", ", plans.Select(static p => $"'{p.Plan.Name}'").Distinct())}.");

        var inPlace = wanted.Where(static p => p.Plan.Options is InPlaceOptions).ToList();
        wanted.RemoveAll(static p => p.Plan.Options is InPlaceOptions);
        return new ResolvedPlans(Layers(plans, wanted), InPlaceResolver.Resolve(inPlace));
    }

    private static IReadOnlyList<ResolvedLayer> Layers(IReadOnlyList<HostedPlan> plans, IReadOnlyList<HostedPlan> wanted)
    {
        var found = HostedPlan.Meant(wanted, static p => Find(p.HostPath, p.Host, p.Plan), static p => NothingMatched(p.Host, p.Plan));
        RefuseUnseen(plans, wanted);
        return Claims(found);
    }

    // A layer that any plan knows is seen: one that another attribute covers, or that this one leaves out by its pattern.
    private static void RefuseUnseen(IEnumerable<HostedPlan> plans, IEnumerable<HostedPlan> wanted)
    {
        var seen = plans
            .SelectMany(static p => p.Plan.Layers.SelectMany(l => Expand(p.Host, PathTemplate.Split(l.Template))), static (_, chain) => chain[^1].Module)
            .ToHashSet<nn.Module>(ReferenceEqualityComparer.Instance);
        foreach (var (_, host, plan) in wanted)
        {
            if (plan.Targets is { } targets && IsAnnotated(host.GetType()))
                UnseenLayers.Refuse(host, plan, Parse(targets, host, plan), Excluded(host, plan), seen);
        }
    }

    // An attribute does not speak for the layers that a derived class adds.
    private static bool IsAnnotated(Type type) =>
        type.GetInterfaceMap(typeof(IAdapterHost)).TargetMethods.Single().DeclaringType == type;

    private static IReadOnlyList<ResolvedLayer> Claims(IEnumerable<ResolvedLayer> layers)
    {
        var claims = new Dictionary<nn.Module, ResolvedLayer>(ReferenceEqualityComparer.Instance);
        foreach (var layer in layers)
        {
            if (claims.TryAdd(layer.Layer, layer) || claims[layer.Layer].SamePlanAs(layer))
                continue;
            var other = claims[layer.Layer];
            throw new AdapterException(
                $"Two attributes claim the layer '{layer.Path}': {Describe(other)} and {Describe(layer)}. "
                + "Leave it out of one of them with Exclude, or attach them one at a time by name.");
        }
        return [.. claims.Values];
    }

    private static IEnumerable<ResolvedLayer> Find(string hostPath, nn.Module host, AdapterPlan plan)
    {
        var targets = plan.Targets is null ? null : Parse(plan.Targets, host, plan);
        var exclude = Excluded(host, plan);
        foreach (var target in plan.Layers)
        {
            var ownerDepth = PathTemplate.Split(target.Owner).Length;
            foreach (var chain in Expand(host, PathTemplate.Split(target.Template)))
            {
                var path = string.Join('.', chain.Select(static c => c.Name));
                var layer = chain[^1].Module;
                if (targets is not null)
                {
                    var isLinear = LayerKind.IsLinear(layer);
                    if (!targets.Matches(path, isLinear) || exclude.Matches(path, isLinear))
                        continue;
                }
                yield return new ResolvedLayer(
                    plan,
                    target,
                    host,
                    ModelWalk.Join(hostPath, path),
                    path,
                    string.Join('.', chain.Skip(ownerDepth).Select(static c => c.Name)),
                    ownerDepth == 0 ? host : chain[ownerDepth - 1].Module,
                    layer,
                    SequencesAbove(chain));
            }
        }
    }

    internal static TargetPattern Excluded(nn.Module host, AdapterPlan plan) =>
        plan.Exclude.Length == 0 ? TargetPattern.Nothing : Parse(plan.Exclude, host, plan);

    internal static TargetPattern Parse(string pattern, nn.Module host, AdapterPlan plan) =>
        TargetPattern.TryParse(pattern, out var parsed, out var error)
            ? parsed
            : throw new AdapterException(
                $"[{plan.Options.Method}] '{plan.Name}' on {host.GetType().Name}: the pattern \"{pattern}\" is malformed: {error.Message}.");

    // Every chain of children that the template stands for; none where a member is null or not registered.
    internal static IEnumerable<IReadOnlyList<(string Name, nn.Module Module)>> Expand(nn.Module host, string[] template)
    {
        IEnumerable<(string Name, nn.Module Module)[]> chains = [[]];
        foreach (var segment in template)
        {
            chains = chains.SelectMany(
                chain => (chain.Length == 0 ? host : chain[^1].Module).named_children()
                    .Where(c => c.module is not AdapterContainer && (PathTemplate.IsElement(segment) || c.name == segment)),
                static (chain, child) => ((string Name, nn.Module Module)[])[.. chain, child]);
        }
        return chains;
    }

    private static List<Sequential> SequencesAbove(IReadOnlyList<(string Name, nn.Module Module)> chain) =>
        [.. chain.SkipLast(1).Reverse().Select(static c => c.Module)
            .TakeWhile(static m => m is Sequential s && SequentialRoute.CanReplace(s)).Cast<Sequential>()];

    private static string Describe(ResolvedLayer layer) =>
        $"[{layer.Plan.Options.Method}] '{layer.Plan.Name}' on {layer.Host.GetType().Name}";

    private static AdapterException NothingMatched(nn.Module host, AdapterPlan plan)
    {
        var layers = plan.Layers.Select(static l => l.Template).Distinct().ToList();
        var known = layers.Count == 0
            ? "the class has no layer that could be meant"
            : $"the layers that could be meant are {string.Join(", ", layers.Take(12))}{(layers.Count > 12 ? ", …" : "")}";
        var excluded = plan.Exclude.Length == 0 ? "" : $" without \"{plan.Exclude}\"";
        return new AdapterException(
            $"[{plan.Options.Method}] '{plan.Name}' on {host.GetType().Name}: Targets \"{plan.Targets}\"{excluded} matches no "
            + $"layer of this model; {known} (registered, and not null).");
    }
}
