using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.Analyzers.Rules.Use;
using Declarative.Analyzers.Use;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>DCL0401: gives the optimizer the adapters' parameters, or takes the set's own AdamW in its place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseAdapterParametersCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.OptimizerOverModel.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || UseTypes.Find(model.Compilation) is not { } types)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(OptimizerOverModelRule.Set, out var set)
                && set is not null
                && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax parameters
                && parameters.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: ExpressionSyntax creation } argument
                && types.IsOptimizer(model.GetTypeInfo(creation).Type)
                && IsInScope(set, parameters, model, types))
            {
                Offer($"Use '{set}.Parameters'", "Parameters", parameters, SyntaxFactory.ParseExpression($"{set}.Parameters"));
                if (SetAdamW.Replace(creation, argument, set, model) is { } adamW)
                    Offer($"Use '{set}.AdamW'", "AdamW", creation, adamW);
            }

            void Offer(string title, string key, SyntaxNode old, SyntaxNode replacement) => context.RegisterCodeFix(
                CodeAction.Create(
                    title,
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, replacement.WithTriviaFrom(old)))),
                    $"{nameof(UseAdapterParametersCodeFix)}.{key}"),
                diagnostic);
        }
    }

    // Under that name, at that place, and not declared further down.
    private static bool IsInScope(string name, SyntaxNode place, SemanticModel model, UseTypes types) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
        && model.LookupSymbols(place.SpanStart, name: name).FirstOrDefault() switch
        {
            ILocalSymbol local => types.IsSet(local.Type) && local.DeclaringSyntaxReferences.All(r => r.Span.End <= place.SpanStart),
            IParameterSymbol parameter => types.IsSet(parameter.Type),
            IFieldSymbol field => types.IsSet(field.Type),
            IPropertySymbol property => types.IsSet(property.Type),
            _ => false,
        };
}
