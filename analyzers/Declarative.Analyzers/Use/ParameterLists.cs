using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>Whose parameters lists and optimizers are of, and whether they are still those that the model computes with.</summary>
internal static class ParameterLists
{
    /// <summary>An expression gives the parameters of a model or a set.</summary>
    public static void Collect(Thing holder, List<Thing> owners, SyntaxNode expression, bool isWhole, bool isTaken, UseState state) =>
        owners.ForEach(owner => state.Add(new Collects(holder, owner, expression, isWhole, isTaken)));

    /// <summary>A list or an optimizer is made of other lists; one that looks its parameters up when it is read gives those of this moment.</summary>
    public static void Copy(List<Thing> lists, Thing holder, bool isWhole, bool isTaken, UseState state)
    {
        foreach (var part in state.All<Collects>().Where(c => lists.Contains(c.Holder)))
            state.Add(part with { Holder = holder, IsWhole = part.IsWhole && isWhole, IsTaken = part.IsTaken || isTaken });
        foreach (var taken in state.All<TakenBefore>().Where(t => lists.Contains(t.Holder)))
            state.Add(taken with { Holder = holder });
        foreach (var replaced in state.All<Replaced>().Where(r => lists.Contains(r.Holder)))
            state.Add(replaced with { Holder = holder });
    }

    /// <summary>A set is attached: what was taken from the model before has none of its parameters.</summary>
    public static void Attach(Thing set, Thing model, UseState state)
    {
        foreach (var taken in state.All<Collects>().Where(c => c.IsTaken && c.Owner == model))
            state.Add(new TakenBefore(taken.Holder, set));
    }

    /// <summary>A model is moved: what was taken from it or from its sets is replaced, unless the same move was the last one.</summary>
    public static void Move(IInvocationOperation call, Thing model, UseState state)
    {
        var moved = new MovedBy(model, TextOf(call));
        if (state.All<MovedBy>().Where(m => m.Model == model).ToList() is { Count: 1 } last && last[0] == moved)
            return;
        state.Forget(f => f is MovedBy before && before.Model == model);
        state.Add(moved);

        var sets = state.SetsOn(model).ToList();
        var replaced = new HashSet<Thing>(state.All<Replaced>().Select(static r => r.Holder));
        foreach (var taken in state.All<Collects>().Where(c => c.IsTaken && (c.Owner == model || sets.Contains(c.Owner))))
        {
            if (replaced.Add(taken.Holder))
                state.Add(new Replaced(taken.Holder, call));
        }
    }

    private static string TextOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } invocation
            ? name.ToString() + invocation.ArgumentList
            : call.Syntax.ToString();
}
