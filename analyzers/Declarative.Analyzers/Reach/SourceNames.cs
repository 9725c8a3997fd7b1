using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Reach;

/// <summary>
/// The names that the compilation's own source uses, and in which classes. Read only where a class was found that does not
/// call a target of its own, to be sure that no other class does.
/// </summary>
internal sealed class SourceNames
{
    // With these, code calls layers without naming them.
    private static readonly string[] Enumerations = ["children", "named_children", "modules", "named_modules", "get_submodule"];

    private readonly Dictionary<string, HashSet<string>> classes = new(StringComparer.Ordinal);

    private SourceNames()
    {
    }

    public static SourceNames Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var names = new SourceNames();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!IsGenerated(tree))
                names.Add(tree.GetRoot(cancellationToken), within: "");
        }
        return names;
    }

    /// <summary>Whether a generator wrote the file.</summary>
    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether another class may call what the member holds: by its name, or in a walk over all modules.</summary>
    public bool MayCall(ISymbol member) =>
        Enumerations.Any(classes.ContainsKey)
        || (classes.TryGetValue(member.Name, out var users)
            && (Visibility.LeavesClass(member) ? users.Count > 1 || !users.Contains(member.ContainingType.Name) : AnyInside(member.ContainingType, users)));

    // A member that does not leave its class is in sight of the classes inside it.
    private static bool AnyInside(INamedTypeSymbol type, HashSet<string> users) =>
        type.GetTypeMembers().Any(inner => users.Contains(inner.Name) || AnyInside(inner, users));

    private void Add(SyntaxNode node, string within)
    {
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
                Add(inner, inner is BaseTypeDeclarationSyntax type ? type.Identifier.ValueText : within);
            else if (child.IsKind(SyntaxKind.IdentifierToken))
                Add(child.AsToken().ValueText, within);
        }
    }

    private void Add(string name, string within)
    {
        if (!classes.TryGetValue(name, out var users))
            classes.Add(name, users = new(StringComparer.Ordinal));
        users.Add(within);
    }
}
