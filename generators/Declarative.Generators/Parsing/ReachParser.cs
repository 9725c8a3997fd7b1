using System.Collections.Immutable;
using Declarative.Generators.Model;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>
/// Finds every layer that a class reaches: through its members, lists, dictionaries and <c>Sequential</c>s, and through
/// the module classes of the compilation that these hold.
/// </summary>
internal sealed class ReachParser(ModelSource source, CancellationToken cancellation)
{
    private readonly List<ParsedLayer> layers = [];
    private readonly HashSet<string> templates = [];
    private readonly HashSet<INamedTypeSymbol> classes = new(SymbolEqualityComparer.Default);
    private readonly Stack<INamedTypeSymbol> path = new();

    public ParsedReach Parse(INamedTypeSymbol host)
    {
        WalkOwner(host, template: "", Size.Of(1), isCertain: true);
        return new ParsedReach(layers.ToImmutableArray(), classes.ToImmutableArray());
    }

    private void WalkOwner(INamedTypeSymbol owner, string template, Size count, bool isCertain)
    {
        cancellation.ThrowIfCancellationRequested();
        if (path.Contains(owner, SymbolEqualityComparer.Default))
            return;
        path.Push(owner);
        classes.Add(owner);
        foreach (var member in source.Module(owner, cancellation).Members.Where(static m => !m.IsAlias))
        {
            Visit(
                new Place(owner, template, member, Join(template, member.RegisteredName), count, isCertain && !member.IsNullable, member.IsClosed),
                member.Type,
                member.Values,
                () => source.Elements.Parse(member));
        }
        path.Pop();
    }

    private void Visit(Place place, ITypeSymbol type, ImmutableArray<ParsedValue> values, Func<IReadOnlyList<ParsedElement>> elements)
    {
        if (source.Torch.ListElement(type) is { } item)
            VisitElements(place, item, elements(), TargetPattern.AnyIndex);
        else if (source.Torch.DictElement(type) is { } value)
            VisitElements(place, value, elements(), TargetPattern.AnyElement);
        else if (source.Torch.IsSequential(type))
            VisitElements(place, source.Torch.TensorModule, elements(), unknownKey: null);
        else
            VisitModule(place, type, values);
    }

    private void VisitModule(Place place, ITypeSymbol type, ImmutableArray<ParsedValue> values)
    {
        var (kind, isCertain) = source.Layers.KindOf(type);
        var created = values.Where(static v => v.IsCreation && v.Type is not null).ToList();
        var allShown = values.Length > 0 && values.All(static v => v.IsCreation || v.IsNull);
        if (kind is LayerKind.Dynamic)
        {
            VisitDynamic(place, type, created, allShown);
        }
        else if (kind is not LayerKind.Other)
        {
            Add(place, kind, type, isCertain, created.FirstOrDefault());
        }
        else
        {
            var classes = created.Select(static v => v.Type!).Concat(allShown || type.IsAbstract ? [] : [type])
                .OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToList();
            if (!classes.Any(WalkClass))
                Add(place, LayerKind.Other, type, isCertain: true, created.FirstOrDefault());

            bool WalkClass(INamedTypeSymbol c) => this.WalkClass(place, c, classes.Count == 1);
        }
    }

    // Declared as Module<Tensor, Tensor>: what is assigned says what it is.
    private void VisitDynamic(Place place, ITypeSymbol type, List<ParsedValue> created, bool allShown)
    {
        var types = created.Select(static v => v.Type!).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).ToList();
        var kinds = types.Select(t => source.Layers.KindOf(t).Kind).Distinct().ToList();
        var isWalked = false;
        foreach (var value in created)
        {
            if (source.Torch.IsSequential(value.Type!))
            {
                VisitElements(place, source.Torch.TensorModule, source.Elements.Parse(value), unknownKey: null);
                isWalked = true;
            }
            else if (value.Type is INamedTypeSymbol made && source.Layers.KindOf(made).Kind == LayerKind.Other)
            {
                isWalked |= WalkClass(place, made, types.Count == 1);
            }
        }
        if (allShown && kinds is { Count: 1 } && kinds[0] != LayerKind.Other && types.Count == 1 && place.IsClosed)
            Add(place, kinds[0], type, isCertain: true, created[0]);
        else if (!allShown)
            Add(place, LayerKind.Dynamic, type, isCertain: false, created.FirstOrDefault());
        else if (kinds.All(static k => k == LayerKind.Other))
            AddOther();
        else
            Add(place, LayerKind.Dynamic, type, kinds.Count == 1, created.FirstOrDefault(v => source.Layers.KindOf(v.Type!).Kind != LayerKind.Other));

        void AddOther()
        {
            if (!isWalked)
                Add(place, LayerKind.Other, type, isCertain: true, created.FirstOrDefault());
        }
    }

    private bool WalkClass(Place place, INamedTypeSymbol type, bool isOnly)
    {
        if (!source.HasSource(type) || !source.Torch.IsModule(type))
            return false;
        WalkOwner(type, place.Template, place.Count, place.IsCertain && isOnly);
        return true;
    }

    private void VisitElements(Place place, ITypeSymbol declared, IReadOnlyList<ParsedElement> elements, string? unknownKey)
    {
        // A list's elements share one row: their index is no name. A Sequential's have a row each.
        if (unknownKey is not null)
        {
            var values = elements.Where(static e => e.Value is not null)
                .SelectMany(e => ValueParser.Parse(source, e.Value!)).ToImmutableArray();
            var number = elements.Count > 0 && elements.All(static e => e.Count is not null)
                ? elements.Select(static e => e.Count!).Aggregate(Formula.Sum)
                : Size.Written(place.Member.Symbol.Name + ".Count");
            VisitElement(place with
            {
                Template = Join(place.Template, unknownKey),
                Count = Formula.Product(place.Count, number),
                IsClosed = false,
            }, declared, values);
            return;
        }
        foreach (var element in elements)
        {
            VisitElement(
                place with
                {
                    Template = Join(place.Template, element.Key ?? TargetPattern.AnyElement),
                    Count = Formula.Product(place.Count, element.Count ?? Size.Written(place.Member.Symbol.Name + ".Count")),
                    IsCertain = place.IsCertain && element.Count is { Value: 1 },
                    IsClosed = true,
                },
                declared,
                element.Value is null ? [] : ValueParser.Parse(source, element.Value));
        }
    }

    private void VisitElement(Place place, ITypeSymbol declared, ImmutableArray<ParsedValue> values) =>
        Visit(place, declared, values, () => values.Where(static v => v.IsCreation).SelectMany(source.Elements.Parse).ToList());

    private void Add(Place place, LayerKind kind, ITypeSymbol type, bool isCertain, ParsedValue? creation)
    {
        if (!templates.Add(place.Template))
            return;
        var shown = kind == LayerKind.Dynamic && creation is not null ? source.Layers.KindOf(creation.Type!).Kind : kind;
        layers.Add(new ParsedLayer
        {
            Template = place.Template,
            OwnerTemplate = place.OwnerTemplate,
            Owner = place.Owner,
            Member = place.Member,
            Kind = kind,
            Type = type,
            IsCertain = isCertain && place.IsCertain,
            Creation = creation?.Syntax,
            Shape = creation is null ? null : source.Layers.ShapeOf(creation, shown),
            Count = place.Count,
        });
    }

    private static string Join(string prefix, string segment) => prefix.Length == 0 ? segment : $"{prefix}.{segment}";

    private readonly record struct Place(
        INamedTypeSymbol Owner, string OwnerTemplate, ParsedMember Member, string Template, Size Count, bool IsCertain, bool IsClosed);
}
