using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Use;

/// <summary>The members of <c>AdapterSet</c> with which what these rules speak of begins.</summary>
internal static class SetMembers
{
    private static readonly string[] Names = ["Attach", "LoadPretrained", "Load", "Merge"];

    /// <summary>Whether a file's text has one of them, so that it is worth binding.</summary>
    public static bool AreNamedIn(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken).ToString();
        return Array.Exists(Names, name => text.Contains(name));
    }
}
