using Declarative.Analyzers.Tests.Rules.Use;
using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class StepThroughSetCodeFixTests
{
    private const string Begin = "using var adapters = AdapterSet.Attach(model); using var optimizer = adapters.AdamW(); ";

    [Theory]
    [InlineData(Begin + "optimizer.{|DCL0408:step|}();", Begin + "adapters.Step(optimizer);")]
    [InlineData(Begin + "// kept\noptimizer . {|DCL0408:step|} ( /* too */ ) ; // kept", Begin + "// kept\nadapters.Step ( /* too */ optimizer) ; // kept")]
    [InlineData(
        Begin + "while (flag) { optimizer.{|DCL0408:step|}(); } optimizer.{|DCL0408:step|}();",
        Begin + "while (flag) { adapters.Step(optimizer); } adapters.Step(optimizer);")]
    public Task The_step_goes_through_the_set(string written, string expected) => Verify.CodeFixAsync<StepThroughSetCodeFix>(Delta(written), Delta(expected));

    [Theory]
    [InlineData("AdapterSet.Attach(model).AdamW().{|DCL0408:step|}();")]
    [InlineData(Begin + "optimizer.{|DCL0408:step|}(() => x);")]
    [InlineData(Begin + "using var result = optimizer.{|DCL0408:step|}();")]
    [InlineData("optim.Optimizer optimizer; { var adapters = AdapterSet.Attach(model); optimizer = adapters.AdamW(); } optimizer.{|DCL0408:step|}();")]
    public Task No_fix_where_the_set_has_no_name_or_the_step_gives_something(string written) =>
        Verify.CodeFixAsync<StepThroughSetCodeFix>(Delta(written), Delta(written));

    private static string Delta(string statements) => StepPassedByTests.Program("[DeltaLora]", statements);
}
