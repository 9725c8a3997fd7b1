using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Use;

/// <summary>What may be true at one point of a body.</summary>
internal sealed class UseState
{
    private readonly HashSet<Fact> facts;

    /// <summary>Nothing is known.</summary>
    public UseState()
        : this([])
    {
    }

    private UseState(HashSet<Fact> facts) => this.facts = facts;

    public UseState Clone() => new([.. facts]);

    /// <summary>Adds what may be true on another way to the same point; whether that is news.</summary>
    public bool Join(UseState other)
    {
        var count = facts.Count;
        facts.UnionWith(other.facts);
        return facts.Count > count;
    }

    /// <summary>Keeps what may be true in both.</summary>
    public void Intersect(UseState other) => facts.IntersectWith(other.facts);

    public void Add(Fact fact) => facts.Add(fact);

    public void Forget(Predicate<Fact> match) => facts.RemoveWhere(match);

    /// <summary>Forgets everything about a thing that is gone, or that its expression makes anew in a loop.</summary>
    public void Forget(Thing thing) => Forget(f => f.IsAbout(thing));

    public bool Has(Fact fact) => facts.Contains(fact);

    /// <summary>The facts of one kind, at this moment.</summary>
    public IReadOnlyList<T> All<T>()
        where T : Fact => [.. facts.OfType<T>()];

    /// <summary>What a place may hold.</summary>
    public IEnumerable<Thing> In(object place)
    {
        var held = All<Holds>().Where(h => h.Place.Equals(place)).Select(static h => h.Thing).ToList();
        return held.Count > 0 ? held : [new Thing(place)];
    }

    /// <summary>Puts things into a place, in the stead of what it held.</summary>
    public void Put(object place, IReadOnlyList<Thing> things)
    {
        Forget(f => f is Holds holds && holds.Place.Equals(place));
        foreach (var thing in things)
            Add(new Holds(place, thing));
    }

    /// <summary>The variable, field or property that holds a thing; null where none does.</summary>
    public ISymbol? PlaceOf(Thing thing) =>
        thing.Origin as ISymbol ?? All<Holds>().Where(h => h.Thing == thing).Select(static h => h.Place).OfType<ISymbol>().FirstOrDefault();

    /// <summary>The name of a thing, or a word for it.</summary>
    public string NameOf(Thing thing, string otherwise) => PlaceOf(thing)?.Name ?? otherwise;

    /// <summary>The sets that are attached to a model.</summary>
    public IEnumerable<Thing> SetsOn(Thing model) => All<Attached>().Where(a => a.Model == model).Select(static a => a.Set).Distinct();

    /// <summary>Whether the parameters of a set or of a model that it is attached to are those of <paramref name="owner"/>.</summary>
    public bool Concerns(Thing set, Thing owner) => set == owner || SetsOn(owner).Contains(set);
}
