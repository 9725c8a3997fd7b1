using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>Reads whether the build asks for a page of reports.</summary>
internal static class ReportRequest
{
    // Set by the package's targets, which alone read the DeclarativeReport of the project: MSBuild has several words for true.
    private const string Property = "build_property._DeclarativeReport";

    /// <summary>The name of the assembly to report; null where none is asked for.</summary>
    public static IncrementalValueProvider<string?> AssemblyToReport(this IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue(Property, out var value) && value == "true")
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (pair, _) => pair.Left ? pair.Right ?? "" : null);
}
