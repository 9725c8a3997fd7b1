using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class PropertyIgnoredTests
{
    [Fact]
    public Task Targets_and_Exclude_on_a_member() => Verify.AnalyzerAsync(
        """
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [Lora(Rank = 4, {|#0:Targets = "fc"|}, {|#1:Exclude = "x"|})]
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0)
            .WithArguments("Targets", "Lora", "the attribute stands on 'fc', which is its target"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(1)
            .WithArguments("Exclude", "Lora", "the attribute stands on 'fc', which is its target"));

    [Fact]
    public Task What_an_embedding_does_not_have() => Verify.AnalyzerAsync(
        Models.WithField(
            "[Lora(Targets = \"fc\", {|#0:Dropout = 0.1|}, {|#1:Init = LoraInit.Gaussian|}, {|#2:LearningRateRatio = 16|})]",
            "private readonly Embedding fc = Embedding(1000, 64);"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0)
            .WithArguments("Dropout", "Lora", "an embedding's input are indices, of which none can be dropped"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(1)
            .WithArguments("Init", "Lora", "an embedding always starts with A zero and B normal"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(2)
            .WithArguments("LearningRateRatio", "Lora", "both factors of an embedding are trained at the learning rate itself"));

    [Theory]
    [InlineData("Lora")]
    [InlineData("DoRA")]
    public Task A_projection_without_a_frozen_A(string attribute) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[{attribute}({{|#0:ProjectGradient = true|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0)
            .WithArguments("ProjectGradient", attribute, "the gradient of B is projected beside a frozen A only; set FreezeA"));

    [Theory]
    [InlineData("Lora")]
    [InlineData("DeltaLora")]
    public Task Biases_that_are_not_there(string attribute) => Verify.AnalyzerAsync(
        Models.WithField(
            $"[{attribute}({{|#0:Bias = TrainedBias.LoraOnly|}})]", "private readonly Linear fc = Linear(64, 64, hasBias: false);"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0)
            .WithArguments("Bias", attribute, "no layer that it adapts has a bias"));

    [Fact]
    public Task The_start_of_a_change_that_is_none() => Verify.AnalyzerAsync(
        Models.WithAttribute("[DeltaLora(Lambda = 0, {|#0:StartStep = 2|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0)
            .WithArguments("StartStep", "DeltaLora", "with a Lambda of 0 the weight takes nothing over"));

    [Fact]
    public Task A_schedule_of_ranks_that_never_change() => Verify.AnalyzerAsync(
        Models.WithAttribute("[AdaLora(InitialRank = 8, TotalSteps = 10, {|#0:Interval = 2|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0)
            .WithArguments("Interval", "AdaLora", "TargetRank is InitialRank, so no direction is ever pruned"));

    [Theory]
    [InlineData("[Lora(Bias = TrainedBias.LoraOnly)]", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("[Lora(FreezeA = true, ProjectGradient = true)]", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("[Lora(Bias = TrainedBias.All)]", "private readonly Linear fc = Linear(64, 64, hasBias: false);")]
    [InlineData("[Lora(Bias = TrainedBias.None)]", "private readonly Linear fc = Linear(64, 64, hasBias: false);")]
    [InlineData("[DoRA(Targets = \"fc\", LearningRateRatio = 16)]", "private readonly Embedding fc = Embedding(1000, 64);")]
    [InlineData("[Lora(Targets = \"fc\", LearningRateRatio = 16, Bias = TrainedBias.All)]", "private readonly Embedding fc = Embedding(1000, 64);")]
    [InlineData("[AdaLora(TotalSteps = 10, Interval = 2, Beta1 = 0.9)]", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("[Lora(Dropout = 0.1, Init = LoraInit.Gaussian)]", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("[Lora(Targets = \"fc|emb\", Dropout = 0.1)]", "private readonly Linear fc = Linear(64, 64); private readonly Embedding emb = Embedding(1000, 64); public Tensor Embed(Tensor x) => emb.forward(x);")]
    public Task Properties_that_change_something_are_fine(string attribute, string field) => Verify.AnalyzerAsync(Models.WithField(attribute, field));
}
