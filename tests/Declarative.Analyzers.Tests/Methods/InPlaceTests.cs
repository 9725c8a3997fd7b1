using Declarative.CodeFixes;
using Declarative.Analyzers.Tests.Rules;
using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Methods;

/// <summary>What the rules say of <c>[BitFit]</c> and <c>[NormTuning]</c>, which intercept nothing.</summary>
public class InPlaceTests
{
    [Theory]
    [InlineData("[BitFit]")]
    [InlineData("[NormTuning]")]
    [InlineData("[BitFit(Targets = \"fc|act|scale\")]")]
    [InlineData("[NormTuning(Targets = \"norm|scale\")]")]
    [InlineData("[BitFit(Targets = \"all-linear\")]")]
    [InlineData("[NormTuning(Targets = \"**\", Exclude = \"norm\")]")]
    [InlineData("[Lora(Name = \"a\", Rank = 2, Targets = \"last\")]\n[BitFit(Name = \"b\")]\n[NormTuning(Name = \"c\")]")]
    public Task Whatever_the_code_does_with_a_layer_is_fine(string attributes) => Verify.AnalyzerAsync(Model(attributes));

    [Theory]
    [InlineData("[BitFit(Targets = \"{|DCL0202:fcc|}\")]")]
    [InlineData("[NormTuning(Targets = \"norm|{|DCL0203:nrom|}\")]")]
    [InlineData("[NormTuning(Targets = \"norm|{|DCL0204:fc|}\")]")]
    [InlineData("[NormTuning(Targets = \"norm\", Exclude = {|DCL0208:\"norm\"|})]")]
    [InlineData("[NormTuning(Exclude = \"{|DCL0209:fcc|}\")]")]
    [InlineData("[BitFit(Targets = \"{|DCL0204:embedding|}\")]")]
    [InlineData("[BitFit]\n[{|DCL0006:NormTuning|}]")]
    public Task Its_patterns_are_checked(string attributes) => Verify.AnalyzerAsync(Model(attributes));

    [Fact]
    public Task What_it_trains_is_listed() => Verify.AnalyzerAsync(
        Model("[NormTuning(Targets = \"{|#0:fc|}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.NotAdaptable).WithLocation(0)
            .WithArguments("fc", "Linear", "NormTuning", "layers that normalise and have parameters"));

    [Fact]
    public Task A_misspelt_norm_is_corrected() => Verify.CodeFixAsync<CorrectTargetCodeFix>(
        Model("[NormTuning(Targets = \"{|DCL0202:nrom|}\")]"), Model("[NormTuning(Targets = \"norm\")]"));

    [Theory]
    [InlineData("NormTuning", "Linear fc = Linear(8, 8)")]
    [InlineData("NormTuning", "LayerNorm fc = LayerNorm(8, elementwise_affine: false)")]
    [InlineData("NormTuning", "BatchNorm2d fc = BatchNorm2d(8, affine: false)")]
    [InlineData("BitFit", "Linear fc = Linear(8, 8, hasBias: false)")]
    [InlineData("BitFit", "LayerNorm fc = LayerNorm(8, bias: false)")]
    public Task A_class_without_anything_to_train(string method, string field) =>
        Verify.AnalyzerAsync(Models.WithField($"[{{|DCL0003:{method}|}}]", $"private readonly {field};"));

    [Theory]
    [InlineData("NormTuning", "LayerNorm fc = LayerNorm([4L, 2L])")]
    [InlineData("NormTuning", "GroupNorm fc = GroupNorm(2, 8)")]
    [InlineData("NormTuning", "BatchNorm2d fc = BatchNorm2d(8)")]
    [InlineData("NormTuning", "Module<Tensor, Tensor> fc = Make()")]
    [InlineData("BitFit", "Module<Tensor, Tensor> fc = Make()")]
    [InlineData("BitFit", "Linear fc = Linear(8, 8, hasBias: DateTime.Now.Year > 0)")]
    [InlineData("BitFit", "Dropout fc = Dropout(); private readonly Other other = new()")]
    [InlineData("BitFit", "Parameter shift_bias = new(zeros(8)); private readonly Linear fc = Linear(8, 8, hasBias: false)")]
    public Task A_class_with_something_that_it_may_train(string method, string field) => Verify.AnalyzerAsync(
        Models.WithField($"[{method}]", $"private readonly {field}; private static Module<Tensor, Tensor> Make() => LayerNorm(8);")
        + " public sealed class Other() : Module<Tensor, Tensor>(\"other\") { public override Tensor forward(Tensor x) => x; }");

    [Theory]
    [InlineData("BitFit", "144", "4 layers")]
    [InlineData("NormTuning", "8 + bias + 16", "2 layers")]
    public async Task Its_summary_counts_what_is_trained(string method, string parameters, string layers)
    {
        var test = new AnalyzerTest { WithFacts = true, Sources = { ("Test.cs", Model($"[{{|#0:{method}|}}]")) } };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0)
            .WithArguments($"[{method}]", "Net", parameters, layers, "they are the layers' own, so no call is intercepted"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Beside_adapters_only_their_calls_count()
    {
        const string Attributes = "[{|#0:Lora|}(Name = \"a\", Rank = 2, Targets = \"last\")]\n[BitFit(Name = \"b\")]";
        var test = new AnalyzerTest { WithFacts = true, Sources = { ("Test.cs", Model(Attributes)) }, DisabledDiagnostics = { "DCL0207" } };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0)
            .WithArguments("[Lora] and [BitFit]", "Net", "400", "5 layers", "1 call is intercepted"));
        await test.RunAsync();
    }

    [Fact]
    public Task An_optimizer_over_the_model_trains_too_much() => Verify.AnalyzerAsync(
        Model("[BitFit]") + """

        public static class Program
        {
            public static void Train(Net net)
            {
                using var adapters = AdapterSet.Attach(net);
                using var optimizer = torch.optim.AdamW({|DCL0401:net.parameters()|});
                adapters.Step(optimizer);
            }
        }
        """);

    // Its norm's weight is read, its layers are handed on and are called nowhere: nothing of that matters here.
    private static string Model(string attributes) =>
        $$"""
        {{attributes}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Embedding embedding = Embedding(10, 8);
            private readonly LayerNorm norm = LayerNorm(8);
            private readonly Linear fc = Linear(8, 64), last = Linear(64, 64);
            private readonly Module<Tensor, Tensor> act = GELU();
            private readonly Scale scale = new(8);
            public Net() : base("net") => RegisterComponents();
            public LayerNorm Norm => norm;
            public override Tensor forward(Tensor x) =>
                last.forward(functional.linear(functional.layer_norm(x, [8], norm.weight, norm.bias), fc.weight!, fc.bias)) + Run(scale.forward, x);
            private static Tensor Run(Func<Tensor, Tensor> layer, Tensor x) => layer(x);
        }

        public sealed class Scale(long size) : Module<Tensor, Tensor>("scale")
        {
            private readonly Parameter weight = new(ones(size));
            private readonly Parameter bias = new(zeros(size));
            public override Tensor forward(Tensor x) => x * weight + bias;
        }
        """;
}
