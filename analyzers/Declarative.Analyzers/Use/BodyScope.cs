using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>What other code can reach of what one body keeps.</summary>
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

    /// <summary>Whether methods of the same object, or lambdas and local functions of the body, can use what the place holds.</summary>
    public bool CanReach(ISymbol place) => Places.IsOutside(place) || captured.Contains(place);

    /// <summary>Whether the call runs such code: a method of the same class, a local function, a delegate.</summary>
    public bool IsRunBy(IInvocationOperation call) =>
        call.Instance is IInstanceReferenceOperation
        || call.TargetMethod.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke
        || (call.TargetMethod.IsStatic && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, type));
}
