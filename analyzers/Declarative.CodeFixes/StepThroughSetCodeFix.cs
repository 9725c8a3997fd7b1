using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.Analyzers.Rules.Use;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>DCL0408: steps the optimizer through the set that it trains.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class StepThroughSetCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.StepPassedBy.Id];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var call = model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return call is { Expression: MemberAccessExpressionSyntax { Expression: { } optimizer }, ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax }
            && diagnostic.Properties.TryGetValue(StepPassedByRule.Set, out var set) && set is not null && IsInScope(model, call, set)
            ? new Edit($"Call '{set}.Step({optimizer})'", call, current => StepOf(set, (InvocationExpressionSyntax)current))
            : null;
    }

    private static InvocationExpressionSyntax StepOf(string set, InvocationExpressionSyntax call)
    {
        var optimizer = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        return call
            .WithExpression(SyntaxFactory.ParseExpression($"{set}.Step").WithTriviaFrom(call.Expression))
            .WithArgumentList(call.ArgumentList.AddArguments(SyntaxFactory.Argument(optimizer.WithoutTrivia())));
    }

    // The name may be hidden, or be declared in a scope that is over.
    private static bool IsInScope(SemanticModel model, InvocationExpressionSyntax call, string set) =>
        model.LookupSymbols(call.SpanStart, name: set).FirstOrDefault() switch
        {
            ILocalSymbol local => IsSet(local.Type) && local.Locations[0].SourceSpan.Start < call.SpanStart,
            IParameterSymbol parameter => IsSet(parameter.Type),
            IFieldSymbol field => IsSet(field.Type),
            IPropertySymbol property => IsSet(property.Type),
            _ => false,
        };

    private static bool IsSet(ITypeSymbol type) => type is { Name: "AdapterSet", ContainingNamespace.Name: "Declarative" };
}
