using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>
/// DCL0203 and its like: takes the alternative out of the pattern. The last one of Exclude takes the property along; the
/// last one of Targets stays, as Targets left at their default mean other layers.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DropTargetCodeFix : EditingCodeFix
{
    private const string Exclude = nameof(Exclude);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticDescriptors.AlternativeMatchesNothing.Id,
        DiagnosticDescriptors.NotAdaptable.Id,
        DiagnosticDescriptors.ExcludeMatchesNothing.Id,
    ];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        AlternativeInLiteral.At(model.SyntaxTree.GetRoot(cancellation), diagnostic) is { } place && Drop(place.Attribute, place) != place.Attribute
            ? new Edit($"Remove '{place.Alternative}' from {place.Property}", place.Attribute, current => Drop((AttributeSyntax)current, place))
            : null;

    /// <summary>The attribute without the alternative; the same attribute where it must keep it.</summary>
    internal static AttributeSyntax Drop(AttributeSyntax attribute, AlternativeInLiteral place) =>
        AlternativeInLiteral.PatternOf(attribute, place.Property) is not { } pattern || !pattern.Alternatives.Contains(place.Alternative) ? attribute
        : pattern.Alternatives.Count() > 1 ? attribute.WithArgument(place.Property, pattern.Drop(place.Alternative))
        : place.Property == Exclude ? attribute.WithoutArgument(Exclude)
        : attribute;
}
