using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>What an expression gives, on its way through a body.</summary>
/// <param name="Target">The member whose layer it is, or holds.</param>
/// <param name="Kind">What it gives of the target.</param>
/// <param name="Origin">The name in the source that it comes from: where a diagnostic stands.</param>
/// <param name="CanCall">For a weight, whether a call of the layer instead would reach its adapter.</param>
internal readonly record struct TargetValue(TargetMember Target, AliasKind Kind, SyntaxNode Origin, bool CanCall = false);
