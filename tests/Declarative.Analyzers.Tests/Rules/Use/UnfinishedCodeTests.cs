using Declarative.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Declarative.Analyzers.Tests.Rules.Use;

/// <summary>The analyzer runs while code is typed, and must not fail on any of it.</summary>
public class UnfinishedCodeTests
{
    private const string Body = """
        var model = new Net(); using var adapters = AdapterSet.Attach(model, name: "default");
        try { model = model.to(CPU).cuda(); } catch (Exception e) when (e is not null) { throw; } finally { adapters?.Merge(); }
        using (var o = optim.AdamW([.. model.parameters().Where(p => p.requires_grad), .. adapters.Parameters], lr: 1e-3)) { o.step(); }
        var (a, b) = (adapters.AdamW(), AdapterSet.LoadPretrained(directory: "cat", model: model)); a ??= b.AdamW();
        foreach (var p in model.named_parameters()) { adapters.Load("cat"); void Local() => a.step(); Local(); model.save("x"); }
        """;

    [Fact]
    public async Task Any_beginning_of_a_body_is_analyzed()
    {
        for (var length = 1; length < Body.Length; length += 9)
        {
            var source = $$"""{{Programs.Model}} public class Program { public void Run() { {{Body[..length]}}""";
            var compilation = TestCompilation.Create([CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, "Test.cs")]);
            var options = new AnalyzerOptions([new AdditionalFile("cat/adapter_config.json", "{}")]);

            var diagnostics = await compilation.WithAnalyzers([new UseAnalyzer()], options).GetAnalyzerDiagnosticsAsync();

            Assert.DoesNotContain(diagnostics, static d => d.Id == "AD0001");
        }
    }
}
