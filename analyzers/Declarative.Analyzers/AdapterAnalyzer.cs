using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Methods;
using Declarative.Analyzers.Reach;
using Declarative.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Declarative.Analyzers;

/// <summary>
/// Runs the rules: those about attributes on every annotated class, those about uses on every class that can name a target,
/// that of top-level statements among them. Each attribute and each body is read once for all rules, by the generator's own
/// parser.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AdapterAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = AllRules.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.Find(start.Compilation) is not { } types)
                return;
            var hosts = new Hosts(start.Compilation);
            var index = new Lazy<TargetIndex>(() => TargetIndex.Create(hosts, types, start.CancellationToken));

            // What a check needs beyond its symbol is captured only where there is something to check.
            start.RegisterSymbolAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    if (hosts.Find(type, symbol.CancellationToken) is { } host)
                        CheckHost(symbol, HostContext.Create(host, hosts, index.Value, types, symbol.CancellationToken));
                    if (index.Value.Concerns(type))
                        ClassUses.Find(index.Value, type, use => symbol.ReportDiagnostic(AllRules.Diagnose(use)));
                },
                SymbolKind.NamedType);
        });
    }

    private static void CheckHost(SymbolAnalysisContext context, HostContext host)
    {
        // Two attributes of one class may find the same fault, and one attribute on two declarators is read twice.
        var reported = new HashSet<(string, Location)>();
        foreach (var attribute in host.Attributes)
        {
            foreach (var rule in AllRules.Attributes)
                rule.Check(attribute, Report);
            foreach (var rule in AllMethods.Of(attribute.Plan.Spec).Rules)
                rule.Check(attribute, Report);
        }
        if (host is { Attributes.IsEmpty: false, Host.IsModule: true })
        {
            foreach (var rule in AllRules.Hosts)
                rule.Check(host, Report);
        }

        void Report(Diagnostic diagnostic)
        {
            if (reported.Add((diagnostic.Id, diagnostic.Location)))
                context.ReportDiagnostic(diagnostic);
        }
    }
}
