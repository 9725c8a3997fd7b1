using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.Analyzers.Rules.Values;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>DCL0107, DCL0112: takes the property that changes nothing, or that lets nothing be trained, out of the attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemovePropertyCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.PropertyIgnored.Id, DiagnosticDescriptors.FrozenAIsZero.Id];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        diagnostic.Properties.TryGetValue(PropertyIgnoredRule.Property, out var property)
        && AttributeEdit.AttributeAt(model.SyntaxTree.GetRoot(cancellation), diagnostic) is { } attribute
            ? new Edit($"Remove {property}", attribute, current => ((AttributeSyntax)current).WithoutArgument(property!))
            : null;
}
