using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Targets;

public class MalformedPatternTests
{
    [Theory]
    [InlineData("\"fc|{|DCL0201:(|}q|v)\"")]
    [InlineData("\"fc|{|DCL0201:  |}|q\"")]
    [InlineData("\"block{|DCL0201:.|}.fc\"")]
    [InlineData("\"{|DCL0201:fc**|}\"")]
    [InlineData("@\"fc{|DCL0201:$|}\"")]
    [InlineData("{|DCL0201:\"f\\u0063$\"|}")]
    [InlineData("{|DCL0201:\"fc\" + \"$\"|}")]
    [InlineData("{|DCL0201:\"\"|}")]
    [InlineData("\"fc{|DCL0201:||}\"")]
    public Task A_pattern_that_cannot_be_read_is_reported_at_the_fault(string written) =>
        Verify.AnalyzerAsync(Models.WithAttribute($"[Lora(Targets = {written})]"));

    [Fact]
    public Task The_message_says_what_is_wrong() => Verify.AnalyzerAsync(
        Models.WithAttribute("[Lora(Exclude = \"head{|#0:?|}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.MalformedPattern).WithLocation(0).WithArguments(
            "Exclude", "'?' cannot be in a layer's name (a pattern knows '|', '.', '*' and '**', it is no regular expression)"));

    [Theory]
    [InlineData("fc")]
    [InlineData(" fc | all-linear ")]
    [InlineData("**.fc")]
    [InlineData("f*")]
    public Task Patterns_that_can_be_read_are_fine(string pattern) =>
        Verify.AnalyzerAsync(Models.WithAttribute($"[Lora(Targets = \"{pattern}\", Exclude = \"\")]"));
}
