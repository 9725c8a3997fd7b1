using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Use;

public class ModelSavedTests
{
    [Theory]
    [InlineData("model.{|DCL0406:save|}(\"model.dat\");")]
    [InlineData("model.to(device).{|DCL0406:save|}(\"model.dat\");")]
    [InlineData("model.{|DCL0406:load|}(\"model.dat\");")]
    [InlineData("if (flag) model.{|DCL0406:save|}(\"model.dat\");")]
    [InlineData("adapters.Merge(); adapters.Unmerge(); model.{|DCL0406:save|}(\"model.dat\");")]
    public Task A_file_of_the_whole_model(string statement) =>
        Verify.AnalyzerAsync(Programs.WithBody($"using var adapters = AdapterSet.Attach(model); {statement}"));

    [Theory]
    [InlineData("adapters.SavePretrained(\"out\");")]
    [InlineData("adapters.Merge(); model.save(\"merged.dat\");")]
    [InlineData("adapters.Dispose(); model.save(\"model.dat\");")]
    [InlineData("new Net().load(\"model.dat\").save(\"copy.dat\");")]
    [InlineData("model.load(\"base.dat\", strict: false);")]
    [InlineData("model.save(\"model.dat\", skip: new List<string> { \"q.weight\" });")]
    public Task Other_files_are_fine(string statement) =>
        Verify.AnalyzerAsync(Programs.WithBody($"using var adapters = AdapterSet.Attach(model); {statement}"));

    [Fact]
    public Task Before_the_adapters_are_attached() => Verify.AnalyzerAsync(Programs.WithBody(
        "model.load(\"base.dat\"); using (var adapters = AdapterSet.Attach(model)) { } model.save(\"base.dat\");"));

    [Fact]
    public Task The_message_says_what_the_adapters_have_instead() => Verify.AnalyzerAsync(
        Programs.WithBody("using var lora = AdapterSet.Attach(model); model.{|#0:save|}(\"a\"); model.{|#1:load|}(\"a\");"),
        Verify.Diagnostic(DiagnosticDescriptors.ModelSaved).WithLocation(0).WithArguments("model.save", "writes", "'lora.SavePretrained' writes"),
        Verify.Diagnostic(DiagnosticDescriptors.ModelSaved).WithLocation(1).WithArguments("model.load", "expects", "'lora.Load' reads"));

    [Fact]
    public Task The_message_has_a_word_for_a_set_without_a_name() => Verify.AnalyzerAsync(
        Programs.WithBody("AdapterSet.LoadPretrained(model, \"out\"); model.{|#0:save|}(\"a\");"),
        Verify.Diagnostic(DiagnosticDescriptors.ModelSaved).WithLocation(0).WithArguments("model.save", "writes", "'adapters.SavePretrained' writes"));
}
