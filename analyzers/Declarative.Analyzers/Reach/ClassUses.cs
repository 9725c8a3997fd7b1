using Declarative.Analyzers.Bodies;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Reach;

/// <summary>Finds every use of a target in one class, and the class's own targets that nothing calls.</summary>
internal static class ClassUses
{
    /// <summary>Reports what all parts of a class do with targets; binds none of them where syntax alone tells.</summary>
    public static void Find(TargetIndex index, INamedTypeSymbol type, Action<TargetUse> found)
    {
        if (!PlainUses.AreAllOf(type, index))
        {
            foreach (var part in type.DeclaringSyntaxReferences.Where(static r => !SourceNames.IsGenerated(r.SyntaxTree)))
            {
                var declaration = part.GetSyntax(index.CancellationToken);
                Find(index, declaration, ModelSource.Of(index.Compilation)!.SemanticModelOf(declaration), found);
            }
        }
        foreach (var use in index.NeverCalled(type))
            found(use);
    }

    /// <summary>Reports what a file's top-level statements do with targets.</summary>
    public static void Find(TargetIndex index, CompilationUnitSyntax statements, SemanticModel model, Action<TargetUse> found) =>
        Find(index, (SyntaxNode)statements, model, found);

    private static void Find(TargetIndex index, SyntaxNode declaration, SemanticModel model, Action<TargetUse> found)
    {
        foreach (var body in BodyReader.In(declaration, model, index.CancellationToken))
            BodyUses.Find(index, body.Owner, [body.Operation], found);
    }
}
