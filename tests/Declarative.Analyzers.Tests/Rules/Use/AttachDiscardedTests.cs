using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Use;

public class AttachDiscardedTests
{
    [Theory]
    [InlineData("{|DCL0404:AdapterSet.Attach|}(model);")]
    [InlineData("_ = {|DCL0404:AdapterSet.Attach|}(model, \"default\");")]
    [InlineData("if (flag) {|DCL0404:AdapterSet.Attach|}(model);")]
    [InlineData("Action attach = () => {|DCL0404:AdapterSet.Attach|}(model);")]
    [InlineData("Local(); void Local() => {|DCL0404:Declarative.AdapterSet.Attach|}(model);")]
    public Task A_set_that_nothing_keeps(string statement) => Verify.AnalyzerAsync(Programs.WithBody(statement));

    [Theory]
    [InlineData("using var adapters = AdapterSet.Attach(model);")]
    [InlineData("using (AdapterSet.Attach(model)) { }")]
    [InlineData("var adapters = AdapterSet.Attach(model);")]
    [InlineData("AdapterSet adapters; adapters = AdapterSet.Attach(model);")]
    [InlineData("AdapterSet.Attach(model).SavePretrained(\"out\");")]
    [InlineData("Func<AdapterSet> attach = () => AdapterSet.Attach(model);")]
    [InlineData("var all = new List<AdapterSet> { AdapterSet.Attach(model) }; all.Add(AdapterSet.Attach(new Net()));")]
    public Task A_set_that_is_used(string statement) => Verify.AnalyzerAsync(Programs.WithBody(statement));

    [Fact]
    public Task Adapters_that_are_loaded_compute_without_being_kept() =>
        Verify.AnalyzerAsync(Programs.WithBody("AdapterSet.LoadPretrained(model, \"out\");"));

    [Fact]
    public Task Methods_of_the_same_name_are_not_meant() => Verify.AnalyzerAsync(Programs.WithBody(
        "Attach(model); using var adapters = AdapterSet.Attach(model);", "private static AdapterSet? Attach(Net model) => null;"));

    [Fact]
    public Task Top_level_statements() => new AnalyzerTest
    {
        IsProgram = true,
        Sources =
        {
            ("Test.cs", $$"""
                using static Declarative.AdapterSet;
                var model = new Net();
                {|DCL0404:Attach|}(model);
                {{Programs.Model}}
                """),
        },
    }.RunAsync();
}
