using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.Analyzers.Rules.Targets;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>DCL0207: adds the layers that are left out to Targets.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddTargetsCodeFix : EditingCodeFix
{
    private const string Targets = nameof(Targets);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.LayersLeftOut.Id];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        diagnostic.Properties.TryGetValue(LayersLeftOutRule.Names, out var names)
        && AttributeEdit.AttributeAt(model.SyntaxTree.GetRoot(cancellation), diagnostic) is { } attribute
        && AlternativeInLiteral.PatternOf(attribute, Targets) is { } pattern
            ? new Edit($"Add '{names}' to {Targets}", attribute, current => ((AttributeSyntax)current).WithArgument(Targets, pattern.Add(names!)))
            : null;
}
