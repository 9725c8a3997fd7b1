using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>Declarations of types that have code.</summary>
internal static class TypeDeclarations
{
    /// <summary>Whether the node is one. An extension block is no type of its own here: its code is that of the class around it.</summary>
    public static bool Is(SyntaxNode node) =>
        node is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax;

    /// <summary>The nodes in a declaration, or in a file, without those in the types inside it.</summary>
    public static IEnumerable<SyntaxNode> NodesIn(SyntaxNode declaration) => declaration.DescendantNodes(node => node == declaration || !Is(node));
}
