using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>Looks into a method of a class in reach that a target is passed to: its calls are intercepted, its other uses are not.</summary>
internal static class HelperUses
{
    /// <summary>Helpers that pass on to helpers are followed this far.</summary>
    private const int DeepestHelper = 4;

    /// <summary>Whether the method uses the layer in its parameter without the adapter.</summary>
    public static bool Bypasses(IParameterSymbol parameter, TargetMember target, bool isElement, TargetIndex index, int depth)
    {
        if (depth >= DeepestHelper || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: not MethodKind.Constructor } method)
            return false;
        var bypasses = false;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(index.CancellationToken);
            if (ModelSource.Of(index.Compilation)?.SemanticModelOf(syntax).GetOperation(syntax, index.CancellationToken) is { } body)
                BodyUses.Find(index, method, body, parameter, target, isElement, depth + 1, _ => bypasses = true);
        }
        return bypasses;
    }
}
