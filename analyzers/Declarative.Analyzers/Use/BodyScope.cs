using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>What other code can reach, and so may change, of what one body keeps.</summary>
internal sealed class BodyScope
{
    private readonly INamedTypeSymbol? type;
    private readonly HashSet<ISymbol> captured = new(SymbolEqualityComparer.Default);

    /// <param name="owner">The member.</param>
    /// <param name="body">Its body.</param>
    /// <param name="types">The types.</param>
    public BodyScope(ISymbol owner, IOperation body, UseTypes types)
    {
        type = owner.ContainingType;
        foreach (var function in body.Descendants().Where(static o => o is IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            foreach (var used in function.Descendants())
            {
                if ((types.IsSet(used.Type) || types.IsOptimizer(used.Type)) && Places.Of(used) is { } place)
                    captured.Add(place);
            }
        }
    }

    /// <summary>
    /// Other code runs: it may unmerge a set that it is given, and, where it can reach them, do anything with what fields and
    /// captured variables hold. What it may have put right is not reported.
    /// </summary>
    /// <param name="given">The sets among the arguments.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="method">The method; null for a constructor.</param>
    /// <param name="instance">What it is called on.</param>
    /// <param name="state">What may be true.</param>
    public void Run(List<Thing> given, ImmutableArray<IArgumentOperation> arguments, IMethodSymbol? method, IOperation? instance, UseState state)
    {
        var reaches = instance is IInstanceReferenceOperation
            || (method is not null && IsOfThisBody(method))
            || arguments.Any(static a => a.Value is IDelegateCreationOperation or IInstanceReferenceOperation);
        if (!reaches && given.Count == 0)
            return;
        state.Forget(f => f switch
        {
            Merged merged => given.Contains(merged.Set) || IsReached(merged.Set),
            BackwardWhileMerged merged => given.Contains(merged.Set) || IsReached(merged.Set),
            TakenBefore taken => IsReached(taken.Holder),
            Replaced replaced => IsReached(replaced.Holder),
            _ => false,
        });

        bool IsReached(Thing thing) => reaches && state.PlaceOf(thing) is { } place && (Places.IsOutside(place) || captured.Contains(place));
    }

    private bool IsOfThisBody(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke
        || (method.IsStatic && SymbolEqualityComparer.Default.Equals(method.ContainingType, type));
}
