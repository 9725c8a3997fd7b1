using Declarative.Analyzers.Attributes;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>What attaching to a model of a class gives adapters to: by its own attributes, and by those of the classes inside it.</summary>
/// <param name="Reach">Everything in the model.</param>
/// <param name="Layers">The layers that attributes mean.</param>
internal sealed record ModelPlans(ParsedReach Reach, IReadOnlyList<PlannedLayer> Layers)
{
    /// <summary>Reads a class.</summary>
    /// <param name="model">The class.</param>
    /// <param name="name">The <c>Name</c> of the attributes; null for all of them.</param>
    /// <param name="hosts">The annotated classes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ModelPlans? Find(INamedTypeSymbol model, string? name, Hosts hosts, CancellationToken cancellationToken)
    {
        if (ModelSource.Of(hosts.Compilation) is not { } source || !source.HasSource(model) || !source.Torch.IsModule(model))
            return null;
        var reach = hosts.Reach(model, cancellationToken);
        var layers =
            from place in reach.Places
            let host = HostOf(place.Class, hosts, cancellationToken)
            where host is not null
            from plan in host.Plans
            where name is null || plan.Name == name
            from layer in plan.Layers
            let template = PlannedLayer.Join(place.Template, layer.Template)
            select new PlannedLayer(
                PlannedLayer.Sample(template), layer, plan, host.Type, place.IsCertain && plan.IsSure(layer) && PlannedLayer.IsKnown(template));
        return new ModelPlans(reach, [.. layers]);
    }

    // A class without attributes of its own has those of its base class.
    private static ParsedHost? HostOf(INamedTypeSymbol type, Hosts hosts, CancellationToken cancellationToken)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (hosts.Find(t, cancellationToken) is { } host)
                return host;
        }
        return null;
    }
}
