using Declarative.Generators.Interception;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>What becomes of a call of forward or call, as the generator decides it.</summary>
/// <param name="IsIntercepted">Whether an interceptor stands in for it.</param>
/// <param name="Obstacle">Why the type that declares the method cannot be named, if it is that.</param>
internal readonly record struct Interception(bool IsIntercepted, string? Obstacle = null)
{
    /// <summary>Asks the generator's parser about a call in a class.</summary>
    public static Interception Of(
        IInvocationOperation call, Generators.Interception.TargetIndex targets, TorchTypes torch, bool inReach, CancellationToken cancellationToken)
    {
        if (call is { Syntax: InvocationExpressionSyntax syntax, SemanticModel: { } model }
            && CallParser.ParseCall(syntax, model, torch, cancellationToken) is { } site)
        {
            return new(targets.IsTarget(site, inReach));
        }
        return new(false, CallParser.IsNameable(call.TargetMethod.ContainingType) ? null : ObstacleIn(call.TargetMethod.ContainingType));
    }

    private static string ObstacleIn(INamedTypeSymbol type)
    {
        foreach (var part in HostParser.ContainingTypes(type))
        {
            if (part.IsFileLocal)
                return "is local to its file, so no interceptor can name it";
            if (part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return "is not visible outside its class, so no interceptor can name it";
        }
        return "has type arguments that are not known or not visible outside its user, so no interceptor can name it";
    }
}
