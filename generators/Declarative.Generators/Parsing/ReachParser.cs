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
        WalkOwner(host, template: "", Size.Of(1), isCertain: true, Bindings.None);
        return new ParsedReach(layers.ToImmutableArray(), classes.ToImmutableArray());
    }

    private void WalkOwner(INamedTypeSymbol owner, string template, Size count, bool isCertain, Bindings bindings)
    {
        cancellation.ThrowIfCancellationRequested();
        if (path.Contains(owner, SymbolEqualityComparer.Default))
            return;
        path.Push(owner);
        classes.Add(owner);
        foreach (var member in source.Module(owner, cancellation).Members.Where(static m => !m.IsAlias))
        {
            Visit(
                new Place(owner, template, member, Join(template, member.RegisteredName), count, isCertain && !member.IsNullable, member.IsClosed, IsShown: true, bindings),
                member.Type,
                member.Values,
                () => new ElementParser(source, bindings).Parse(member));
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
            VisitElements(place with { Bindings = BindingsOf(place, values) }, source.Torch.TensorModule, elements(), unknownKey: null);
        else
            VisitModule(place, type, values);
    }

    private void VisitModule(Place place, ITypeSymbol type, ImmutableArray<ParsedValue> values)
    {
        var (kind, isCertain) = source.Layers.KindOf(type);
        var created = new Creations(
            values.Where(static v => v.IsCreation && v.Type is not null).ToList(),
            place.IsShown && values.Length > 0 && values.All(static v => v.IsCreation || v.IsNull));
        if (kind is LayerKind.Dynamic)
            VisitDynamic(place, type, created);
        else if (kind is not LayerKind.Other)
            Add(place, kind, type, isCertain, created);
        else if (!WalkClasses(place, created.Types.Concat(created.AreAll || type.IsAbstract ? [] : [type]), created))
            Add(place, LayerKind.Other, type, isCertain: true, created);
    }

    // Declared as Module<Tensor, Tensor>: what is assigned says what it is.
    private void VisitDynamic(Place place, ITypeSymbol type, Creations created)
    {
        var sequences = created.Values.Where(v => source.Torch.IsSequential(v.Type!)).ToList();
        foreach (var sequence in sequences)
            Visit(place, sequence.Type!, [sequence], () => new ElementParser(source, BindingsOf(place, [sequence])).Parse(sequence));

        var kinds = created.Types.Select(t => source.Layers.KindOf(t).Kind).Distinct().ToList();
        var isWalked = WalkClasses(place, created.Types.Where(t => source.Layers.KindOf(t).Kind == LayerKind.Other), created) || sequences.Count > 0;
        if (!created.AreAll)
            Add(place, LayerKind.Dynamic, type, isCertain: false, created);
        else if (kinds.Any(static k => k != LayerKind.Other))
            Add(place, place.IsClosed && kinds.Count == 1 ? kinds[0] : LayerKind.Dynamic, type, kinds.Count == 1, created);
        else if (!isWalked)
            Add(place, LayerKind.Other, type, isCertain: true, created);
    }

    private bool WalkClasses(Place place, IEnumerable<ITypeSymbol> types, Creations created)
    {
        var classes = types.OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Where(c => source.HasSource(c) && source.Torch.IsModule(c) && !source.Torch.IsSequential(c)).ToList();
        foreach (var type in classes)
        {
            var bindings = created.AreAll ? BindingsOf(place, created.Of(type)) : Bindings.None;
            WalkOwner(type, place.Template, place.Count, place.IsCertain && classes.Count == 1, bindings);
        }
        return classes.Count > 0;
    }

    // Where one call makes the module, its arguments are what the constructor's parameters stand for.
    private Bindings BindingsOf(Place place, IReadOnlyList<ParsedValue> creations) => creations is { Count: 1 } && creations[0].IsCreation
        ? Bindings.Of(source, creations[0].Syntax, place.Bindings, numbersOnly: true)
        : Bindings.None;

    private void VisitElements(Place place, ITypeSymbol declared, IReadOnlyList<ParsedElement> elements, string? unknownKey)
    {
        // A list's elements share one row: their index is no name. A Sequential's have a row each.
        if (unknownKey is not null)
        {
            var values = elements.Where(static e => e.Value is not null)
                .SelectMany(e => ValueParser.Parse(source, e.Value!)).ToImmutableArray();
            var isUniform = values.Select(static v => v.Type).Distinct<ITypeSymbol?>(SymbolEqualityComparer.Default).Count() == 1;
            var number = isUniform && elements.All(static e => e.Count is not null)
                ? elements.Select(static e => e.Count!).Aggregate(Formula.Sum)
                : Size.Written(place.Member.Symbol.Name + ".Count");
            VisitElement(place with
            {
                Template = Join(place.Template, unknownKey),
                Count = Formula.Product(place.Count, number),
                IsClosed = false,
                IsShown = elements.All(static e => e.Value is not null),
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
                    IsShown = element.Value is not null,
                },
                declared,
                element.Value is null ? [] : ValueParser.Parse(source, element.Value));
        }
    }

    private void VisitElement(Place place, ITypeSymbol declared, ImmutableArray<ParsedValue> values) =>
        Visit(place, declared, values, () => values.Where(static v => v.IsCreation).SelectMany(new ElementParser(source, place.Bindings).Parse).ToList());

    private void Add(Place place, LayerKind kind, ITypeSymbol type, bool isCertain, Creations created)
    {
        if (!templates.Add(place.Template))
            return;
        layers.Add(new ParsedLayer
        {
            Template = place.Template,
            OwnerTemplate = place.OwnerTemplate,
            Owner = place.Owner,
            Member = place.Member,
            Kind = kind,
            Type = type,
            IsCertain = isCertain && place.IsCertain,
            Creation = created.Values.FirstOrDefault()?.Syntax,
            Shape = ShapeOf(place, kind, created),
            Count = place.Count,
        });
    }

    // The sizes of every call that may have made the layer, as far as they agree.
    private LayerShape? ShapeOf(Place place, LayerKind kind, Creations created)
    {
        if (!created.AreAll || kind == LayerKind.Other)
            return null;
        var shapes = new List<LayerShape>();
        foreach (var value in created.Values)
        {
            var shown = source.Layers.KindOf(value.Type!).Kind;
            if (shown == LayerKind.Other)
                continue;
            if (new ShapeParser(source, place.Bindings).Parse(value, shown) is not { } shape)
                return null;
            shapes.Add(shape);
        }
        return shapes.Count == 0 ? null : LayerShape.Common(shapes, LayerShape.Unknown(place.Member.Symbol.Name, kind));
    }

    private static string Join(string prefix, string segment) => prefix.Length == 0 ? segment : $"{prefix}.{segment}";

    /// <summary>The calls that may have made a module.</summary>
    /// <param name="Values">Those that the source shows.</param>
    /// <param name="AreAll">Whether nothing else can be there.</param>
    private sealed record Creations(List<ParsedValue> Values, bool AreAll)
    {
        public IEnumerable<ITypeSymbol> Types => Values.Select(static v => v.Type!).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);

        public List<ParsedValue> Of(ITypeSymbol type) => Values.Where(v => SymbolEqualityComparer.Default.Equals(v.Type, type)).ToList();
    }

    private readonly record struct Place(
        INamedTypeSymbol Owner,
        string OwnerTemplate,
        ParsedMember Member,
        string Template,
        Size Count,
        bool IsCertain,
        bool IsClosed,
        bool IsShown,
        Bindings Bindings);
}
