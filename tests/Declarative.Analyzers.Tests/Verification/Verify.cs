using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Declarative.Analyzers.Tests.Verification;

/// <summary>The short forms that most tests use.</summary>
internal static class Verify
{
    /// <summary>A diagnostic of <paramref name="rule"/>, to be given a place and arguments.</summary>
    public static DiagnosticResult Diagnostic(DiagnosticDescriptor rule) => new(rule);

    /// <summary>Exactly the marked and the listed diagnostics are reported for one file.</summary>
    public static Task AnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new AnalyzerTest { Sources = { ("Test.cs", source) } };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>The same for several files.</summary>
    public static Task AnalyzerAsync((string Path, string Text)[] sources, params DiagnosticResult[] expected)
    {
        var test = new AnalyzerTest();
        test.Sources.AddRange(sources);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>
    /// The fix turns one file into the other, one diagnostic at a time and all at once, and leaves none that it can fix.
    /// </summary>
    public static Task CodeFixAsync<TCodeFix>(string source, string fixedSource, params DiagnosticResult[] expected)
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new CodeFixTest<TCodeFix> { Sources = { ("Test.cs", source) }, FixedSources = { ("Test.cs", fixedSource) } };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
