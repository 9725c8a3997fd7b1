using Declarative.Analyzers.Tests.Rules;
using Declarative.Analyzers.Tests.Rules.Use;
using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests;

/// <summary>Nobody mends what a generator or a designer writes.</summary>
public class GeneratedCodeTests
{
    [Theory]
    [InlineData("Net.cs", "{|DCL0101:0|}")]
    [InlineData("Net.designer.cs", "0")]
    public Task Attributes(string path, string rank) => Verify.AnalyzerAsync([(path, "#nullable enable\n" + Models.WithAttribute($"[Lora(Rank = {rank})]"))]);

    [Theory]
    [InlineData("Program.cs", "{|DCL0404:AdapterSet.Attach|}")]
    [InlineData("Program.designer.cs", "AdapterSet.Attach")]
    public Task Uses(string path, string attach) => Verify.AnalyzerAsync([(path, "#nullable enable\n" + Programs.WithBody($"{attach}(model);"))]);
}
