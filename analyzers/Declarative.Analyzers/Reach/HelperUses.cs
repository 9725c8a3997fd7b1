using Declarative.Analyzers.Attributes;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>Looks into a method of a class in reach that a target is passed to: its calls are intercepted, its other uses are not.</summary>
internal static class HelperUses
{
    /// <summary>Helpers that pass on to helpers are followed this far.</summary>
    private const int DeepestHelper = 4;

    /// <summary>
    /// Whether the member cannot bypass the adapter unseen: TorchSharp's register and initialise, the framework's know no
    /// layers, the library's know adapters, and the calls in classes in reach are intercepted.
    /// </summary>
    public static bool SeesInto(BodyUses body, ISymbol member) =>
        body.Types.IsTorch(member)
        || body.Types.IsLibrary(member)
        || KnownTypes.IsFramework(member.ContainingAssembly)
        || body.Index.IsInReach(member.ContainingType);

    /// <summary>Whether the method uses the layer in its parameter without the adapter.</summary>
    public static bool Uses(BodyUses body, IParameterSymbol parameter, TargetValue value)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: not MethodKind.Constructor } method)
            return false;
        if (!SeesInto(body, method))
            return true;
        if (body.Depth >= DeepestHelper)
            return false;
        var bypasses = false;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(body.Index.CancellationToken);
            if (ModelSource.Of(body.Index.Compilation)?.SemanticModelOf(syntax).GetOperation(syntax, body.Index.CancellationToken) is { } helper)
                BodyUses.Find(body.Index, method, helper, parameter, value, body.Depth + 1, _ => bypasses = true);
        }
        return bypasses;
    }
}
