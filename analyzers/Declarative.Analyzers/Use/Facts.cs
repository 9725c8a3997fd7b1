using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>A model, a set, an optimizer or a list of parameters: what a place holds at entry, or what an expression makes.</summary>
/// <param name="Origin">The symbol of the place, or the syntax of the expression.</param>
internal readonly record struct Thing(object Origin);

/// <summary>Something that may be true at a point of a body.</summary>
internal abstract record Fact
{
    /// <summary>Whether it says something about a thing, so that it is over when the thing is gone or made anew.</summary>
    public abstract bool IsAbout(Thing thing);
}

/// <summary>A place holds something else than at entry.</summary>
/// <param name="Place">A symbol, or the compiler's temporary.</param>
/// <param name="Thing">What it holds.</param>
internal sealed record Holds(object Place, Thing Thing) : Fact
{
    public override bool IsAbout(Thing thing) => false;
}

/// <summary>A set is attached to a model.</summary>
internal sealed record Attached(Thing Set, Thing Model, IInvocationOperation Call) : Fact
{
    public override bool IsAbout(Thing thing) => thing == Set || thing == Model;
}

/// <summary>A set is merged.</summary>
internal sealed record Merged(Thing Set) : Fact
{
    public override bool IsAbout(Thing thing) => thing == Set;
}

/// <summary>A backward pass has run while a set is merged.</summary>
internal sealed record BackwardWhileMerged(Thing Set) : Fact
{
    public override bool IsAbout(Thing thing) => thing == Set;
}

/// <summary>A model was moved last by a call of this text.</summary>
internal sealed record MovedBy(Thing Model, string Call) : Fact
{
    public override bool IsAbout(Thing thing) => thing == Model;
}

/// <summary>An optimizer or a list is of the parameters of a model or a set.</summary>
/// <param name="Holder">The optimizer or list.</param>
/// <param name="Owner">The model or set.</param>
/// <param name="Expression">What gives the parameters, as written: <c>model.parameters()</c>.</param>
/// <param name="IsWhole">Whether none of them are left out.</param>
/// <param name="IsTaken">Whether they are looked up already, not when the list is read.</param>
internal sealed record Collects(Thing Holder, Thing Owner, SyntaxNode Expression, bool IsWhole, bool IsTaken) : Fact
{
    public override bool IsAbout(Thing thing) => thing == Holder || thing == Owner;
}

/// <summary>The parameters were taken before a set was attached.</summary>
internal sealed record TakenBefore(Thing Holder, Thing Set) : Fact
{
    public override bool IsAbout(Thing thing) => thing == Holder || thing == Set;
}

/// <summary>The parameters were taken before a call replaced them.</summary>
internal sealed record Replaced(Thing Holder, IInvocationOperation Move) : Fact
{
    public override bool IsAbout(Thing thing) => thing == Holder;
}
