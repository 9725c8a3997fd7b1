using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Reach;

/// <summary>
/// Reads a class by its syntax alone. Most classes only assign their targets and call them by name, and those calls are
/// intercepted: binding their bodies, which costs more than all rules together, would say nothing more.
/// </summary>
internal static class PlainUses
{
    /// <summary>Whether that is all that the class does with targets; notes the calls.</summary>
    public static bool AreAllOf(INamedTypeSymbol type, TargetIndex index)
    {
        var isInReach = index.IsInReach(type);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (SourceNames.IsGenerated(reference.SyntaxTree))
                continue;
            var declaration = reference.GetSyntax(index.CancellationToken);
            foreach (var node in declaration.DescendantNodes(n => n == declaration || n is not BaseTypeDeclarationSyntax))
            {
                if (node is IdentifierNameSyntax name && index.IsTargetName(name.Identifier.ValueText) && !(isInReach && IsPlain(name, type, index)))
                    return false;
            }
        }
        return true;
    }

    private static bool IsPlain(IdentifierNameSyntax name, INamedTypeSymbol type, TargetIndex index)
    {
        var mention = Mentions.Of(name);
        if (mention != Mention.Called)
            return mention == Mention.Written;
        if (index.Find(type, name.Identifier.ValueText) is not { IsOfTorch: true } target)
            return false;
        target.NoteCall();
        return true;
    }
}
