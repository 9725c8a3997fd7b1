using Declarative.Analyzers.Bodies;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>Finds every use of a target in one class, and the class's own targets that nothing calls.</summary>
internal static class ClassUses
{
    /// <summary>Reports what all parts of a class do with targets; binds none of them where syntax alone tells.</summary>
    public static void Find(TargetIndex index, INamedTypeSymbol type, Action<TargetUse> found)
    {
        if (!index.HasPlainUses(type))
        {
            foreach (var part in type.DeclaringSyntaxReferences.Where(static r => !SourceNames.IsGenerated(r.SyntaxTree)))
            {
                var declaration = part.GetSyntax(index.CancellationToken);
                var model = ModelSource.Of(index.Compilation)!.SemanticModelOf(declaration);
                foreach (var body in BodyReader.In(declaration, model, index.CancellationToken))
                    BodyUses.Find(index, body, found);
            }
        }
        foreach (var use in index.NeverCalled(type))
            found(use);
    }
}
