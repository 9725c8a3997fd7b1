using Declarative.Generators.Model;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>Turns a <see cref="ParsedHost"/> into the model that code is generated from: symbols become names.</summary>
internal sealed class HostProjection
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly ParsedHost host;
    private readonly ModelSource source;
    private readonly HostType hostType;
    private readonly bool belowHost;
    private readonly HashSet<string> typeNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(INamedTypeSymbol Owner, string LocalTemplate, ParsedPlan Plan), AdapterModel?> adapters = new(new RowComparer());
    private readonly List<AdapterModel> adapterOrder = [];
    private readonly ILookup<(string Owner, string LocalTemplate), ParsedLayer> shapes;

    private HostProjection(ParsedHost host, ModelSource source)
    {
        this.host = host;
        this.source = source;
        hostType = TypeNames.Describe(host.Type);
        shapes = host.Reach.Layers.ToLookup(static l => (l.Owner.Name, l.LocalTemplate));
        belowHost = BaseTypes(host.Type).Any(HostParser.IsHost);
        typeNames.UnionWith(BaseTypes(host.Type).Prepend(host.Type).SelectMany(static t => t.GetMembers()).Select(static m => m.Name));
        typeNames.UnionWith(hostType.Path.SelectMany(static t => t.TypeParameters));
        typeNames.UnionWith(hostType.Path.Select(static t => t.Name));
    }

    /// <summary>The model; null where no code can be generated into the class.</summary>
    public static HostModel? Project(ParsedHost host, Compilation compilation) =>
        host.IsExtensible && ModelSource.Of(compilation) is { } source ? new HostProjection(host, source).Project() : null;

    private HostModel Project()
    {
        var containers = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var owners = Owners().ToList();
        foreach (var owner in owners)
            containers.Add(owner, Unique($"{owner.Name}Adapters"));

        var own = HasMember("Adapters") || belowHost || !containers.TryGetValue(host.Type, out var name) ? null : name;
        var accessed = own is null ? owners : owners.Where(o => !SymbolEqualityComparer.Default.Equals(o, host.Type));
        var plans = host.Plans.Select(p => ProjectPlan(p, containers)).ToEquatableArray();
        return new HostModel(
            new ClassModel(
                hostType,
                plans,
                accessed.Select(o => Access(o, containers[o])).OfType<ContainerAccess>().ToEquatableArray(),
                own),
            owners.Select(o => new ContainerModel(hostType, containers[o], o.Name, Slots(o).ToEquatableArray())).ToEquatableArray(),
            adapterOrder.ToEquatableArray(),
            new ReportModel(hostType, MemberForReport(), host.Plans.SelectMany(ReportProjection.RowsOf).ToEquatableArray()));
    }

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
            yield return t;
    }

    // Where no layer is meant, which an analyzer reports, code that uses Adapters is to compile all the same.
    private IEnumerable<INamedTypeSymbol> Owners() =>
        host.ModulePlans.SelectMany(static p => p.Layers).Select(static l => l.Owner)
            .DefaultIfEmpty(host.Type).Where(_ => host.ModulePlans.Any()).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    private ReportMember MemberForReport() =>
        !host.Type.GetMembers("AdapterReport").IsEmpty ? ReportMember.None
        : belowHost || HasMember("AdapterReport") ? ReportMember.Hiding
        : ReportMember.New;

    private bool HasMember(string name) =>
        BaseTypes(host.Type).Prepend(host.Type).Any(t => !t.GetMembers(name).IsEmpty);

    private PlanModel ProjectPlan(ParsedPlan plan, Dictionary<ISymbol, string> containers) => new(
        plan.Name,
        plan.Spec,
        plan.TargetsText is null || plan.Targets is not null ? plan.TargetsText : plan.Spec.DefaultTargets,
        plan.ExcludeError is null ? plan.ExcludeText : "",
        TargetsOf(plan, containers).ToEquatableArray());

    private IEnumerable<TargetModel> TargetsOf(ParsedPlan plan, Dictionary<ISymbol, string> containers)
    {
        if (plan.Spec.HasModules)
            return plan.Layers.Select(l => new TargetModel(l.Template, l.OwnerTemplate, containers[l.Owner], AdapterOf(l, plan)?.Name));
        return plan.MemberTemplate is { } member ? [new TargetModel(member, Owner: "", Container: null, Adapter: null)] : [];
    }

    // One adapter type per member of an owner, however many paths lead to that owner.
    private AdapterModel? AdapterOf(ParsedLayer layer, ParsedPlan plan)
    {
        var key = (layer.Owner, layer.LocalTemplate, plan);
        if (!adapters.TryGetValue(key, out var adapter))
        {
            if (layer.Kind != LayerKind.Dynamic)
            {
                adapter = new AdapterModel(
                    hostType,
                    Unique(AdapterName(layer, plan)),
                    SharedSpec(layer, plan),
                    layer.Kind,
                    SharedShape(layer),
                    layer.HasNoBias && SharedShape(layer) is not null,
                    ReportProjection.Readable(layer.LocalTemplate),
                    layer.Owner.Name);
                adapterOrder.Add(adapter);
            }
            adapters.Add(key, adapter);
        }
        return adapter;
    }

    // Several paths may lead to an owner, and the method may treat the layer differently on each.
    private static MethodSpec SharedSpec(ParsedLayer layer, ParsedPlan plan)
    {
        if (ReferenceEquals(plan.Spec.For(layer.Template, layer.IsLinear), plan.Spec))
            return plan.Spec;
        return plan.Layers
            .Where(l => l.LocalTemplate == layer.LocalTemplate && SymbolEqualityComparer.Default.Equals(l.Owner, layer.Owner))
            .Select(l => plan.Spec.For(l.Template, l.IsLinear)).Distinct().ToList() is { Count: 1 } single
            ? single[0]
            : plan.Spec;
    }

    // Several paths may lead to an owner with other sizes on each.
    private LayerShape? SharedShape(ParsedLayer layer) =>
        shapes[(layer.Owner.Name, layer.LocalTemplate)]
            .Where(l => SymbolEqualityComparer.Default.Equals(l.Owner, layer.Owner)).Select(static l => l.Shape).Distinct().ToList() is { Count: 1 } single
            ? single[0]
            : null;

    private string AdapterName(ParsedLayer layer, ParsedPlan plan)
    {
        var isOwn = SymbolEqualityComparer.Default.Equals(layer.Owner, host.Type) && !belowHost;
        return (isOwn ? "" : layer.Owner.Name) + Names.Pascal(layer.LocalTemplate) + plan.Spec.Method;
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var i = 2; !typeNames.Add(unique); i++)
            unique = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return unique;
    }

    private ContainerAccess? Access(INamedTypeSymbol owner, string container) => Accessibility(owner) is { } accessibility
        ? new ContainerAccess(
            belowHost ? $"{host.Type.Name}AdaptersOf" : "AdaptersOf", container, owner.ToDisplayString(TypeFormat), accessibility)
        : null;

    private IEnumerable<SlotModel> Slots(INamedTypeSymbol owner)
    {
        var names = new HashSet<string>(MembersOfContainer(), StringComparer.Ordinal);
        var claims = host.ModulePlans.SelectMany(static plan => plan.Layers, static (plan, layer) => (Plan: plan, Layer: layer))
            .Where(c => SymbolEqualityComparer.Default.Equals(c.Layer.Owner, owner))
            .GroupBy(static c => c.Layer.LocalTemplate);
        foreach (var claim in claims)
        {
            var types = claim.Select(c => AdapterOf(c.Layer, c.Plan)).Distinct().ToList();
            var type = types is { Count: 1 } && types[0] is { } single
                ? single.Name
                : "global::Declarative." + (claim.Select(static c => c.Plan.Spec.AdapterType).Distinct().Count() == 1 ? claim.First().Plan.Spec.AdapterType : "Adapter");
            var property = Names.Property(claim.Key);
            while (!names.Add(property))
                property += "_";
            yield return new SlotModel(Names.Escape(property), type, claim.Key, ReportProjection.Readable(claim.Key), FormOf(claim.ToList()));
        }
    }

    // A container may be attached by one name of several, so only a single name makes a slot sure.
    private SlotForm FormOf(List<(ParsedPlan Plan, ParsedLayer Layer)> claims)
    {
        if (claims[0].Layer.LocalTemplate.Split('.').Any(static s => s is TargetPattern.AnyElement or TargetPattern.AnyIndex))
            return SlotForm.Many;
        var oneName = host.ModulePlans.Select(static p => p.Name).Distinct().Count() == 1;
        var everyPath = host.ModulePlans.SelectMany(static p => p.Layers).Where(l => SymbolEqualityComparer.Default.Equals(l.Owner, claims[0].Layer.Owner))
            .Select(static l => l.OwnerTemplate).Distinct().Count();
        return oneName && claims.Count == everyPath && claims.All(static c => c.Plan.IsSure(c.Layer)) ? SlotForm.One : SlotForm.Optional;
    }

    private IEnumerable<string> MembersOfContainer()
    {
        for (var t = source.Type("Declarative.AdapterContainer"); t is not null; t = t.BaseType)
        {
            foreach (var member in t.GetMembers())
                yield return member.Name;
        }
    }

    private string? Accessibility(INamedTypeSymbol type)
    {
        if (!source.IsAccessible(type, host.Type) || !IsNameable(type))
            return null;
        var least = HostParser.ContainingTypes(type).Select(static t => t.DeclaredAccessibility).ToList();
        return least.All(static a => a == Microsoft.CodeAnalysis.Accessibility.Public) ? "public"
            : least.All(static a => a is Microsoft.CodeAnalysis.Accessibility.Public
                or Microsoft.CodeAnalysis.Accessibility.Internal
                or Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal) ? "internal"
            : "private";
    }

    // Whether the annotated class knows every type parameter in the type, and a generated file can name the rest.
    private bool IsNameable(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => HostParser.ContainingTypes(host.Type).Any(t => SymbolEqualityComparer.Default.Equals(t, parameter.ContainingSymbol)),
        INamedTypeSymbol named => !named.IsFileLocal && named.TypeArguments.All(IsNameable) && (named.ContainingType is null || IsNameable(named.ContainingType)),
        _ => true,
    };

    private sealed class RowComparer : IEqualityComparer<(INamedTypeSymbol Owner, string LocalTemplate, ParsedPlan Plan)>
    {
        public bool Equals((INamedTypeSymbol Owner, string LocalTemplate, ParsedPlan Plan) x, (INamedTypeSymbol Owner, string LocalTemplate, ParsedPlan Plan) y) =>
            x.LocalTemplate == y.LocalTemplate && x.Plan == y.Plan && SymbolEqualityComparer.Default.Equals(x.Owner, y.Owner);

        public int GetHashCode((INamedTypeSymbol Owner, string LocalTemplate, ParsedPlan Plan) row) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(row.Owner) * 31) + StringComparer.Ordinal.GetHashCode(row.LocalTemplate));
    }
}
