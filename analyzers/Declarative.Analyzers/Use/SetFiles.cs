using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Use;

/// <summary>Tells by their text which files may attach, load or merge adapters, so that no other is bound for these rules.</summary>
internal sealed class SetFiles
{
    private static readonly string[] Members = ["Attach", "LoadPretrained", "Load", "Merge"];

    private readonly ConcurrentDictionary<SyntaxTree, bool> read = new();

    /// <summary>Whether a part of the class is in such a file.</summary>
    public bool MayUseASet(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (read.GetOrAdd(reference.SyntaxTree, tree => NamesAMember(tree, cancellationToken)))
                return true;
        }
        return false;
    }

    private static bool NamesAMember(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken).ToString();
        return Array.Exists(Members, member => text.Contains(member));
    }
}
