using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Bodies;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Use;
using Declarative.Analyzers.Use.Checkpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Declarative.Analyzers;

/// <summary>
/// Runs the rules about how the adapters are used on every body that uses a set. Each such body is followed once for all
/// rules, along its control flow.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = UseRules.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (UseTypes.Find(start.Compilation) is not { } types)
                return;
            var uses = new UseContext(
                types, new Hosts(start.Compilation), new CheckpointFiles(start.Options.AdditionalFiles), start.CancellationToken);
            start.RegisterSemanticModelAction(file =>
            {
                if (SetMembers.AreNamedIn(file.SemanticModel.SyntaxTree, file.CancellationToken))
                    Check(file, uses);
            });
        });
    }

    // A call in a loop is looked at again with what the loop adds, and is reported once.
    private static void Check(SemanticModelAnalysisContext file, UseContext uses)
    {
        HashSet<(string, Location)>? reported = null;
        var model = file.SemanticModel;
        foreach (var declaration in BodyReader.DeclarationsIn(model.SyntaxTree.GetRoot(file.CancellationToken)))
        {
            foreach (var body in BodyReader.In(declaration, model, file.CancellationToken))
            {
                BodyFlow.Follow(body, model, uses, (happened, state) =>
                {
                    foreach (var rule in UseRules.All)
                        rule.Check(happened, state, Report);
                });
            }
        }

        void Report(Diagnostic diagnostic)
        {
            if ((reported ??= []).Add((diagnostic.Id, diagnostic.Location)))
                file.ReportDiagnostic(diagnostic);
        }
    }
}
