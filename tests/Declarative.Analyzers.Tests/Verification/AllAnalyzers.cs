using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Declarative.Analyzers.Tests.Verification;

/// <summary>The analyzers of the package.</summary>
internal static class AllAnalyzers
{
    /// <summary>One of each.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Create() => [new AdapterAnalyzer(), new UseAnalyzer()];

    /// <summary>What they report.</summary>
    public static IEnumerable<DiagnosticDescriptor> Descriptors => Create().SelectMany(static a => a.SupportedDiagnostics);
}
