using Declarative.Generators.Emission;
using Declarative.Generators.Interception;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators;

/// <summary>
/// Two pipelines. Annotated classes become adapters, containers, plans and reports, a file each, and all reports one page
/// where the build asks for it. Calls become interceptors, a file per class: their places change with every edit of a
/// file, which leaves the first pipeline cached.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AdapterGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var annotated = context.SyntaxProvider.AnnotatedClasses().WithTrackingName(Steps.Annotated);

        var models = annotated.Select(static (c, _) => c.Model);
        var classes = models.Select(static (m, _) => m.Class).WithTrackingName(Steps.Classes);
        var containers = models.SelectMany(static (m, _) => m.Containers).WithTrackingName(Steps.Containers);
        var adapters = models.SelectMany(static (m, _) => m.Adapters).WithTrackingName(Steps.Adapters);
        var reports = models.Select(static (m, _) => m.Report).WithTrackingName(Steps.Reports);

        context.RegisterSourceOutput(classes, ClassEmitter.Emit);
        context.RegisterSourceOutput(containers, ContainerEmitter.Emit);
        context.RegisterSourceOutput(adapters, AdapterEmitter.Emit);
        context.RegisterSourceOutput(reports, ReportEmitter.Emit);

        var pages = reports.Collect().Combine(context.AssemblyToReport())
            .SelectMany(static (pair, _) => ReportPage.Of(pair.Right, pair.Left)).WithTrackingName(Steps.Pages);

        context.RegisterSourceOutput(pages, ReportPageEmitter.Emit);

        var targets = annotated.Select(static (c, _) => c.Targets).Collect()
            .Select(static (parts, _) => TargetIndex.Merge(parts)).WithTrackingName(Steps.Targets);
        var calls = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => CallParser.IsCandidate(node), CallParser.Parse)
            .Where(static c => c is not null).WithTrackingName(Steps.Calls);
        var intercepted = calls.Combine(targets)
            .Select(static (pair, _) => pair.Right.Filter(pair.Left!))
            .Where(static c => c.Calls.Count > 0).WithTrackingName(Steps.Intercepted);

        context.RegisterSourceOutput(intercepted, InterceptorEmitter.Emit);
    }
}
