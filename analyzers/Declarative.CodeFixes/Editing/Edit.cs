using Microsoft.CodeAnalysis;

namespace Declarative.CodeFixes.Editing;

/// <summary>What a code fix does about one diagnostic.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Node">The node that changes, as the document has it.</param>
/// <param name="Change">
/// Changes the node as it is by then: fixes of diagnostics that share it, or lie inside it, may have been made before.
/// </param>
internal sealed record Edit(string Title, SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change);
