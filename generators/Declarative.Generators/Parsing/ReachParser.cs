using System.Collections.Immutable;
using Declarative.Generators.Model;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
    private readonly List<ParsedPlace> places = [];
    private readonly Stack<INamedTypeSymbol> path = new();

    public ParsedReach Parse(INamedTypeSymbol host)
    {
        WalkOwner(host, template: "", Size.Of(1), isCertain: true, Bindings.None);
        return new ParsedReach(layers.ToImmutableArray(), classes.ToImmutableArray(), places.ToImmutableArray());
    }

    private void WalkOwner(INamedTypeSymbol owner, string template, Size count, bool isCertain, Bindings bindings)
    {
        cancellation.ThrowIfCancellationRequested();
        if (path.Contains(owner, SymbolEqualityComparer.Default))
            return;
        path.Push(owner);
        classes.Add(owner);
        places.Add(new ParsedPlace(owner, template, isCertain));
        foreach (var member in source.Module(owner, cancellation).Members.Where(static m => !m.IsAlias))
        {
            Visit(
                new Place(owner, template, member, Join(template, member.RegisteredName), count, isCertain && !member.IsNullable, member.IsClosed, IsShown: true),
                member.Type,
                member.Symbol is IParameterSymbol captured ? bindings.Modules(source, captured) : BoundValue.Of(source, member.Values, bindings),
                new ElementParser(source, bindings),
                member.Additions);
        }
        path.Pop();
    }

    private void Visit(
        Place place,
        ITypeSymbol type,
        ImmutableArray<BoundValue> values,
        ElementParser elements,
        ImmutableArray<InvocationExpressionSyntax> additions)
    {
        if (source.Torch.ListElement(type) is { } item)
            VisitList(place, item, elements.Parse(values, additions), TargetPattern.AnyIndex);
        else if (source.Torch.DictElement(type) is { } value)
            VisitList(place, value, elements.Parse(values, additions), TargetPattern.AnyElement);
        else if (source.Torch.IsSequential(type))
            VisitSequence(place, elements.Parse(values, additions));
        else
            VisitModule(place, type, values);
    }

    // A list's elements share one row: their index is no name.
    private void VisitList(Place place, ITypeSymbol declared, IReadOnlyList<ParsedElement> elements, string key)
    {
        var values = elements.SelectMany(static e => e.Values).ToImmutableArray();
        var isUniform = values.Select(static v => v.Value.Type).Distinct<ITypeSymbol?>(SymbolEqualityComparer.Default).Count() == 1;
        var number = isUniform && elements.All(static e => e.Count is not null)
            ? elements.Select(static e => e.Count!).Aggregate(Formula.Sum)
            : CountOf(place);
        VisitElement(
            place with
            {
                Template = Join(place.Template, key),
                Count = Formula.Product(place.Count, number),
                IsClosed = false,
                IsShown = elements.All(static e => e.Values.Length > 0),
            },
            declared,
            values);
    }

    // A sequence's elements have a row each: their place says which they are.
    private void VisitSequence(Place place, IReadOnlyList<ParsedElement> elements)
    {
        foreach (var element in elements)
        {
            VisitElement(
                place with
                {
                    Template = Join(place.Template, element.Key),
                    Count = Formula.Product(place.Count, element.Count ?? CountOf(place)),
                    IsCertain = place.IsCertain && element.Count is { Value: 1 },
                    IsClosed = true,
                    IsShown = element.Values.Length > 0,
                },
                source.Torch.TensorModule,
                element.Values);
        }
    }

    private static Size CountOf(Place place) => Size.Written(place.Member.Symbol.Name + ".Count");

    private void VisitElement(Place place, ITypeSymbol declared, ImmutableArray<BoundValue> values) =>
        Visit(place, declared, values, new ElementParser(source, Bindings.None), additions: []);

    private void VisitModule(Place place, ITypeSymbol type, ImmutableArray<BoundValue> values)
    {
        var (kind, isCertain) = source.Layers.KindOf(type);
        var created = new Creations(
            values.Where(static v => v.Value.IsCreation).Select(v => new Creation(v, ClosedType(v.Value.Type!, place.Owner))).ToList(),
            place.IsShown && values.Length > 0 && values.All(static v => v.Value.IsCreation || v.Value.IsNull));
        if (kind is LayerKind.Dynamic)
            VisitDynamic(place, type, created);
        else if (kind is not (LayerKind.Other or LayerKind.Norm))
            Add(place, kind, type, isCertain, created);
        else if (!WalkClasses(place, created.Types.Concat(created.AreAll || type.IsAbstract ? [] : [type]), created) || kind is LayerKind.Norm)
            Add(place, kind, type, isCertain: true, created);
    }

    // Declared as Module<Tensor, Tensor>: what is assigned says what it is.
    private void VisitDynamic(Place place, ITypeSymbol type, Creations created)
    {
        var sequences = created.Values.Where(v => source.Torch.IsSequential(v.Type)).Select(static v => v.Bound).ToImmutableArray();
        if (sequences.Length > 0)
            VisitElement(place, source.Torch.Sequential, sequences);

        var kinds = created.Types.Select(t => source.Layers.KindOf(t).Kind).Distinct().ToList();
        var isWalked = WalkClasses(place, created.Types.Where(t => source.Layers.KindOf(t).Kind is LayerKind.Other or LayerKind.Norm), created) || sequences.Length > 0;
        if (!created.AreAll)
            Add(place, LayerKind.Dynamic, type, isCertain: false, created);
        else if (kinds.Any(static k => k is not (LayerKind.Other or LayerKind.Norm)))
            Add(place, place.IsClosed && kinds.Count == 1 ? kinds[0] : LayerKind.Dynamic, type, kinds.Count == 1, created);
        else if (kinds.Count == 1 && kinds[0] is LayerKind.Norm)
            Add(place, LayerKind.Norm, type, place.IsClosed, created);
        else if (!isWalked)
            Add(place, LayerKind.Other, type, isCertain: true, created);
    }

    private bool WalkClasses(Place place, IEnumerable<ITypeSymbol> types, Creations created)
    {
        var classes = types.OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Where(c => source.HasSource(c) && source.Torch.IsModule(c) && !source.Torch.IsSequential(c)).ToList();
        foreach (var type in classes)
            WalkOwner(type, place.Template, place.Count, place.IsCertain && classes.Count == 1, BindingsOf(type, created));
        return classes.Count > 0;
    }

    // Where the calls that make the module are known, their arguments are what the constructor's parameters stand for.
    private Bindings BindingsOf(INamedTypeSymbol type, Creations created)
    {
        if (!created.AreAll)
            return Bindings.None;
        var calls = created.Values.Where(v => SymbolEqualityComparer.Default.Equals(v.Type, type))
            .Select(v => Bindings.Of(source, v.Bound.Value.Syntax, v.Bound.Bindings, numbersOnly: true)).ToList();
        return calls.Count == 1 ? calls[0] : Bindings.Common(calls);
    }

    // The source of a generic class says T; this owner says what T is.
    private static ITypeSymbol ClosedType(ITypeSymbol type, INamedTypeSymbol owner)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                var index = owner.OriginalDefinition.TypeParameters.IndexOf(parameter, SymbolEqualityComparer.Default);
                return index < 0 ? type : owner.TypeArguments[index];
            case INamedTypeSymbol { IsGenericType: true, ContainingType: null } named:
                return named.OriginalDefinition.Construct(named.TypeArguments.Select(a => ClosedType(a, owner)).ToArray());
            default:
                return type;
        }
    }

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
            MadeType = created.AreAll && created.Types.Take(2).Count() == 1 ? created.Types.First() : type,
            IsCertain = isCertain && place.IsCertain,
            Creation = created.Values.FirstOrDefault().Bound.Value?.Syntax,
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
        foreach (var (bound, type) in created.Values)
        {
            var shown = source.Layers.KindOf(type).Kind;
            if (shown == LayerKind.Other)
                continue;
            if (ShapeParser.Parse(source, bound, shown) is not { } shape)
                return null;
            shapes.Add(shape);
        }
        return shapes.Count == 0 ? null : LayerShape.Common(shapes, LayerShape.Unknown(place.Member.Symbol.Name, kind));
    }

    private static string Join(string prefix, string segment) => prefix.Length == 0 ? segment : $"{prefix}.{segment}";

    /// <summary>A call that may have made a module, and the type of that module.</summary>
    private readonly record struct Creation(BoundValue Bound, ITypeSymbol Type);

    /// <summary>The calls that may have made a module.</summary>
    /// <param name="Values">Those that the source shows.</param>
    /// <param name="AreAll">Whether nothing else can be there.</param>
    private sealed record Creations(List<Creation> Values, bool AreAll)
    {
        public IEnumerable<ITypeSymbol> Types => Values.Select(static v => v.Type).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);
    }

    private readonly record struct Place(
        INamedTypeSymbol Owner,
        string OwnerTemplate,
        ParsedMember Member,
        string Template,
        Size Count,
        bool IsCertain,
        bool IsClosed,
        bool IsShown);
}
