using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>An assignment by which two layers have one weight: <c>lm_head.weight = tok_emb.weight</c>.</summary>
/// <param name="Left">The member that holds the layer whose weight is replaced.</param>
/// <param name="Right">The member that holds the layer whose weight it is.</param>
/// <param name="Syntax">The assignment.</param>
internal sealed record ParsedTie(ISymbol Left, ISymbol Right, AssignmentExpressionSyntax Syntax);
