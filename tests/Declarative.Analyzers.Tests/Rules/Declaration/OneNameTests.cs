using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Declaration;

public class OneNameTests
{
    private const string Conflict = "one starts with PiSSA, which changes the base weights, and the other does not";

    [Fact]
    public Task PiSSA_beside_another_start_under_one_name() => Verify.AnalyzerAsync(
        Model("[Lora(Name = \"style\", Targets = \"q\", Init = LoraInit.PiSSA)]", "[Lora(Name = {|#0:\"style\"|}, Targets = \"v\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.OneName).WithLocation(0).WithArguments("style", "Net", Conflict));

    [Fact]
    public Task PiSSA_beside_OLoRA_under_one_name() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = \"q\", Init = LoraInit.PiSSA)]", "[{|#0:Lora|}(Targets = \"v\", Init = LoraInit.OLoRA)]"),
        Verify.Diagnostic(DiagnosticDescriptors.OneName).WithLocation(0).WithArguments(
            "default", "Net", "one starts with PiSSA and the other with OLoRA, and each changes the base weights in its own way"));

    [Fact]
    public Task Under_the_default_name() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = \"q\")]", "[{|#0:Lora|}(Targets = \"v\", Init = LoraInit.PiSSA)]"),
        Verify.Diagnostic(DiagnosticDescriptors.OneName).WithLocation(0).WithArguments("default", "Net", Conflict));

    [Fact]
    public Task Rank_budgets_that_differ() => Verify.AnalyzerAsync(
        Model("[AdaLora(Targets = \"q\", TotalSteps = 10)]", "[{|#0:AdaLora|}(Targets = \"v\", TotalSteps = 20)]"),
        Verify.Diagnostic(DiagnosticDescriptors.OneName).WithLocation(0)
            .WithArguments("default", "Net", "a checkpoint of AdaLoRA has one rank budget, and their settings differ"));

    [Fact]
    public Task Rotations_that_differ() => Verify.AnalyzerAsync(
        Model("[Oft(Targets = \"q\", BlockSize = 16)]", "[{|#0:Oft|}(Targets = \"v\", BlockSize = 32)]"),
        Verify.Diagnostic(DiagnosticDescriptors.OneName).WithLocation(0)
            .WithArguments("default", "Net", "PEFT's configuration has one value of each of OFT's settings for all layers, and they differ here"));

    [Fact]
    public Task On_members() => Verify.AnalyzerAsync(
        """
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [Lora(Init = LoraInit.PiSSA)]
            private readonly Linear q = Linear(64, 64);
            [{|DCL0006:Lora|}(Init = LoraInit.Gaussian)]
            private readonly Linear v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(q.forward(x));
        }
        """);

    [Fact]
    public Task Reported_once_for_a_name() => Verify.AnalyzerAsync(Model(
        "[Lora(Targets = \"q\", Init = LoraInit.PiSSA)]",
        "[{|DCL0006:Lora|}(Targets = \"k\")]\n[Lora(Targets = \"v\")]"));

    [Theory]
    [InlineData("[Lora(Name = \"a\", Targets = \"q\", Rank = 16)]", "[Lora(Name = \"a\", Targets = \"v\", Rank = 4, Alpha = 2)]")]
    [InlineData("[Lora(Targets = \"q\", Init = LoraInit.PiSSA)]", "[Lora(Targets = \"v\", Init = LoraInit.PiSSA)]")]
    [InlineData("[AdaLora(Targets = \"q\", TotalSteps = 10)]", "[AdaLora(Targets = \"v\", TotalSteps = 10)]")]
    [InlineData("[Oft(Targets = \"q\", BlockSize = 16)]", "[Oft(Targets = \"v\", BlockSize = 16)]")]
    [InlineData("[Lora(Name = \"a\", Targets = \"q\", Init = LoraInit.PiSSA)]", "[Lora(Name = \"b\", Targets = \"v\")]")]
    [InlineData("[Lora(Targets = \"q\", Init = LoraInit.Gaussian)]", "[Lora(Targets = \"v\", Init = LoraInit.Orthogonal)]")]
    public Task Attributes_that_one_checkpoint_holds_and_other_names_are_fine(string first, string second) =>
        Verify.AnalyzerAsync(Model(first, second));

    private static string Model(string first, string second) =>
        $$"""
        {{first}}
        {{second}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), k = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(k.forward(q.forward(x)));
        }
        """;
}
