using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Methods;
using Declarative.Analyzers.Reach;
using Declarative.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Declarative.Analyzers;

/// <summary>
/// Runs the rules: those about attributes on every annotated symbol, those about uses on every body that can name a
/// target. Each attribute and each body is read once for all rules, by the generator's own parser.
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
            start.RegisterSymbolAction(symbol => CheckAttributes(symbol, hosts, types), SymbolKind.NamedType);
            start.RegisterSymbolStartAction(symbol => CheckUses(symbol, index.Value), SymbolKind.NamedType);
        });
    }

    private static void CheckAttributes(SymbolAnalysisContext context, Hosts hosts, KnownTypes types)
    {
        if (hosts.Find((INamedTypeSymbol)context.Symbol, context.CancellationToken) is not { } host)
            return;

        // Two attributes of one class may find the same fault, and one attribute on two declarators is read twice.
        var reported = new HashSet<(string, Location)>();
        var attributes = ImmutableArray.CreateBuilder<AttributeContext>();
        foreach (var plan in host.Plans)
        {
            if (plan.Attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax)
                attributes.Add(new AttributeContext(host, plan, syntax, hosts, types, context.CancellationToken));
        }
        foreach (var attribute in attributes)
        {
            foreach (var rule in AllRules.Attributes)
                rule.Check(attribute, Report);
            foreach (var rule in AllMethods.Of(attribute.Plan.Spec).Rules)
                rule.Check(attribute, Report);
        }
        var whole = new HostContext(host, attributes.ToImmutable(), hosts, types, context.CancellationToken);
        if (!whole.Attributes.IsEmpty && host.IsModule)
        {
            foreach (var rule in AllRules.Hosts)
                rule.Check(whole, Report);
        }

        void Report(Diagnostic diagnostic)
        {
            if (reported.Add((diagnostic.Id, diagnostic.Location)))
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static void CheckUses(SymbolStartAnalysisContext context, TargetIndex index)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!index.Concerns(type))
            return;
        context.RegisterOperationBlockAction(block =>
        {
            if (SymbolEqualityComparer.Default.Equals(block.OwningSymbol.ContainingType, type))
                BodyUses.Find(index, block.OwningSymbol, block.OperationBlocks, use => block.ReportDiagnostic(AllRules.Diagnose(use)));
        });
        context.RegisterSymbolEndAction(end =>
        {
            foreach (var use in index.NeverCalled(type))
                end.ReportDiagnostic(AllRules.Diagnose(use));
        });
    }
}
