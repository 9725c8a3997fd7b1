using Declarative.Analyzers.Tests.Rules.Use;
using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class KeepAdaptersCodeFixTests
{
    [Theory]
    [InlineData("{|DCL0404:AdapterSet.Attach|}(model);", "using var adapters = AdapterSet.Attach(model);")]
    [InlineData("_ = {|DCL0404:AdapterSet.Attach|}(model, \"default\");", "using var adapters = AdapterSet.Attach(model, \"default\");")]
    [InlineData("// kept\n{|DCL0404:AdapterSet.Attach|}(\n    model /* kept */) ; // kept", "// kept\nusing var adapters = AdapterSet.Attach(\n    model /* kept */); // kept")]
    [InlineData("var (adapters, other) = (flag, flag); {|DCL0404:AdapterSet.Attach|}(model);", "var (adapters, other) = (flag, flag); using var adapters2 = AdapterSet.Attach(model);")]
    [InlineData(
        "{|DCL0404:AdapterSet.Attach|}(model); {|DCL0404:AdapterSet.Attach|}(new Net());",
        "using var adapters = AdapterSet.Attach(model); using var adapters2 = AdapterSet.Attach(new Net());")]
    [InlineData(
        "Action run = () => { {|DCL0404:AdapterSet.Attach|}(model); model.forward(x); };",
        "Action run = () => { using var adapters = AdapterSet.Attach(model); model.forward(x); };")]
    public Task The_set_is_kept_and_everything_else_too(string written, string expected) => Verify.CodeFixAsync<KeepAdaptersCodeFix>(
        Programs.WithBody(written + "\nmodel.forward(x);"), Programs.WithBody(expected + "\nmodel.forward(x);"));

    [Theory]
    [InlineData("if (flag) {|DCL0404:AdapterSet.Attach|}(model); model.forward(x);")]
    [InlineData("Action attach = () => {|DCL0404:AdapterSet.Attach|}(model); attach();")]
    [InlineData("switch (x.numel()) { case 1: {|DCL0404:AdapterSet.Attach|}(model); break; }")]
    [InlineData("model.forward(x); {|DCL0404:AdapterSet.Attach|}(model);")]
    public Task No_fix_where_a_declaration_cannot_stand_or_would_end_at_once(string written) =>
        Verify.CodeFixAsync<KeepAdaptersCodeFix>(Programs.WithBody(written), Programs.WithBody(written));

    [Fact]
    public Task Top_level_statements() => new CodeFixTest<KeepAdaptersCodeFix>
    {
        IsProgram = true,
        Sources = { ("Test.cs", $"var model = new Net();\n{{|DCL0404:AdapterSet.Attach|}}(model);\nmodel.forward(zeros(2, 64));\n{Programs.Model}") },
        FixedSources = { ("Test.cs", $"var model = new Net();\nusing var adapters = AdapterSet.Attach(model);\nmodel.forward(zeros(2, 64));\n{Programs.Model}") },
    }.RunAsync();
}
