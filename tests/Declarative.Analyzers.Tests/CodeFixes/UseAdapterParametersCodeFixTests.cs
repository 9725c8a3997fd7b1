using Declarative.Analyzers.Tests.Rules.Use;
using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class UseAdapterParametersCodeFixTests
{
    private const string Attach = "using var lora = AdapterSet.Attach(model); ";

    [Theory]
    [InlineData("var o = optim.AdamW({|DCL0401:model.parameters()|}, 1e-3);", "var o = optim.AdamW(lora.Parameters, 1e-3);")]
    [InlineData("var o = optim.SGD(/* kept */ {|DCL0401:model.named_parameters()|} /* kept */, 0.1);", "var o = optim.SGD(/* kept */ lora.Parameters /* kept */, 0.1);")]
    [InlineData("var o = new AdamW({|DCL0401:model.parameters()|}.ToList());", "var o = new AdamW(lora.Parameters.ToList());")]
    [InlineData("var o = optim.AdamW([.. {|DCL0401:model.parameters()|}]);", "var o = optim.AdamW([.. lora.Parameters]);")]
    [InlineData(
        "var o = optim.AdamW({|DCL0401:model.parameters()|}); var p = optim.SGD({|DCL0401:model.parameters()|}, 0.1);",
        "var o = optim.AdamW(lora.Parameters); var p = optim.SGD(lora.Parameters, 0.1);")]
    public Task The_parameters_are_those_of_the_set(string written, string expected) => VerifyAsync(0, written, expected);

    [Theory]
    [InlineData("var o = optim.AdamW({|DCL0401:model.parameters()|});", "var o = lora.AdamW(weightDecay: 0);")]
    [InlineData("var o = new AdamW({|DCL0401:model.parameters()|}, 1e-4);", "var o = lora.AdamW(learningRate: 1e-4, weightDecay: 0);")]
    [InlineData(
        "using var o = optim.AdamW({|DCL0401:model.parameters()|}.ToList(), weight_decay: 0.1, lr: 1e-4, beta2: 0.95, eps: 1e-6);",
        "using var o = lora.AdamW(weightDecay: 0.1, learningRate: 1e-4, beta2: 0.95, eps: 1e-6);")]
    [InlineData(
        "var o = optim.AdamW(lr: 1e-4, beta1: 0.8, parameters: {|DCL0401:model.parameters()|});",
        "var o = lora.AdamW(learningRate: 1e-4, beta1: 0.8, weightDecay: 0);")]
    public Task The_optimizer_is_that_of_the_set_with_the_same_values(string written, string expected) => VerifyAsync(1, written, expected);

    [Theory]
    [InlineData("var o = optim.AdamW({|DCL0401:model.parameters()|}, amsgrad: true);")]
    [InlineData("var o = optim.SGD({|DCL0401:model.parameters()|}, 0.1);")]
    public Task The_set_has_no_such_optimizer(string written) => VerifyAsync(1, written, written);

    [Theory]
    [InlineData("var all = {|DCL0401:model.parameters()|}; var o = optim.AdamW(all);")]
    [InlineData("var o = Build(AdapterSet.Attach(model)); o = optim.AdamW({|DCL0401:model.parameters()|}); static AdamW Build(AdapterSet s) => s.AdamW();", "")]
    [InlineData("{ var inner = AdapterSet.Attach(model); } var o = optim.AdamW({|DCL0401:model.parameters()|});", "")]
    public Task No_fix_outside_the_call_or_where_the_set_has_no_name(string written, string attach = Attach) => VerifyAsync(0, written, written, attach);

    [Fact]
    public Task A_field_is_in_scope() => Verify.CodeFixAsync<UseAdapterParametersCodeFix>(
        Programs.WithFields("public void Go() { adapters = AdapterSet.Attach(model); optimizer = optim.AdamW({|DCL0401:model.parameters()|}); }"),
        Programs.WithFields("public void Go() { adapters = AdapterSet.Attach(model); optimizer = optim.AdamW(adapters.Parameters); }"));

    private static Task VerifyAsync(int action, string written, string expected, string attach = Attach) => new CodeFixTest<UseAdapterParametersCodeFix>
    {
        CodeActionIndex = action,
        Sources = { ("Test.cs", Programs.WithBody(attach + written)) },
        FixedSources = { ("Test.cs", Programs.WithBody(attach + expected)) },
    }.RunAsync();
}
