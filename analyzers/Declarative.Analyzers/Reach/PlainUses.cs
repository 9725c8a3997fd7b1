using Declarative.Generators.Parsing;
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
        if (index.IsInReach(type))
            return ModelSource.Of(index.Compilation)!.PartsOf(type).All(part => TargetsAmong(part, index).All(name => IsPlain(name, type, index)));
        return !type.DeclaringSyntaxReferences.Where(static r => !SourceNames.IsGenerated(r.SyntaxTree))
            .SelectMany(r => TargetsAmong(TypeDeclarations.NodesIn(r.GetSyntax(index.CancellationToken)), index)).Any();
    }

    private static IEnumerable<IdentifierNameSyntax> TargetsAmong(IEnumerable<SyntaxNode> nodes, TargetIndex index) =>
        nodes.OfType<IdentifierNameSyntax>().Where(name => index.IsTargetName(name.Identifier.ValueText));

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
