using Declarative.Analyzers.Tests.Rules;
using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Methods;

/// <summary>What the rules of all methods say of VeRA.</summary>
public class VeraTests
{
    private const string Adaptable = "Linear, and modules of one's own from tensor to tensor with a two-dimensional weight";

    [Theory]
    [InlineData("Rank = {|DCL0101:0|}")]
    [InlineData("Dropout = {|DCL0104:1|}")]
    [InlineData("Bias = {|DCL0109:(TrainedBias)7|}")]
    public Task Values_without_meaning(string values) => Verify.AnalyzerAsync(Models.WithAttribute($"[VeRA({values})]"));

    [Theory]
    [InlineData("Rank = 1024")]
    [InlineData("Rank = 8, SharedSeed = -1")]
    [InlineData("Rank = 8, SharedSeed = 5_000_000_000, Dropout = 0.5, Bias = TrainedBias.LoraOnly, SaveProjection = false")]
    public Task A_rank_above_the_layer_s_sides_and_any_seed_are_fine(string values) =>
        Verify.AnalyzerAsync(Models.WithAttribute($"[VeRA({values})]"));

    [Fact]
    public Task More_numbers_than_the_weight_has() => Verify.AnalyzerAsync(
        Models.WithField("[VeRA(Rank = {|#0:200|})]", "private readonly Linear fc = Linear(16, 8);"),
        Verify.Diagnostic(DiagnosticDescriptors.MoreParametersThanLayer).WithLocation(0)
            .WithArguments(200, "fc", "[8, 16]", "208", "128", ""));

    [Fact]
    public Task A_bias_that_no_layer_has() => Verify.AnalyzerAsync(
        Models.WithField(
            "[VeRA(Rank = 8, {|#0:Bias = TrainedBias.LoraOnly|})]", "private readonly Linear fc = Linear(64, 64, hasBias: false);"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0)
            .WithArguments("Bias", "VeRA", "no layer that it adapts has a bias"));

    [Theory]
    [InlineData("{|#0:emb|}|fc", "emb", "Embedding")]
    [InlineData("fc|{|#0:conv|}", "conv", "Conv1d")]
    public Task A_layer_that_it_does_not_adapt(string targets, string layer, string type) => Verify.AnalyzerAsync(
        Mixed($"[VeRA(Rank = 8, Targets = \"{targets}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.NotAdaptable).WithLocation(0).WithArguments(layer, type, "VeRA", Adaptable));

    [Theory]
    [InlineData("**")]
    [InlineData("all-linear")]
    public Task Patterns_that_meet_others_too_are_fine(string targets) =>
        Verify.AnalyzerAsync(Mixed($"[VeRA(Rank = 8, Targets = \"{targets}\")]"));

    [Fact]
    public Task An_attribute_on_a_member_that_it_does_not_adapt() => Verify.AnalyzerAsync(
        """
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [{|#0:VeRA|}]
            private readonly Conv1d conv = Conv1d(64, 64, 3);
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(conv.forward(x));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NotAdaptable).WithLocation(0).WithArguments("conv", "Conv1d", "VeRA", Adaptable));

    [Theory]
    [InlineData("Rank = 8", "Rank = 16", "one has rank 8 and the other 16")]
    [InlineData("Rank = 8", "Rank = 8, SharedSeed = 1", "one has the seed 0 and the other 1")]
    [InlineData("Rank = 8", "Rank = 8, SaveProjection = false", "one saves the projection and the other does not")]
    public Task What_one_checkpoint_cannot_hold(string first, string second, string conflict) => Verify.AnalyzerAsync(
        Two($"[VeRA({first}, Targets = \"q\")]", $"[{{|#0:VeRA|}}({second}, Targets = \"v\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.OneName).WithLocation(0).WithArguments("default", "Net", conflict));

    [Fact]
    public Task Another_method_under_the_same_name() => Verify.AnalyzerAsync(
        Two("[VeRA(Rank = 8, Targets = \"q\")]", "[{|#0:Lora|}(Targets = \"v\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.OneName).WithLocation(0).WithArguments("default", "Net", "one is [VeRA] and the other [Lora]"));

    [Theory]
    [InlineData("Rank = 8, DInitial = 1", "Rank = 8, Dropout = 0.1")]
    [InlineData("Rank = 8, Name = \"a\"", "Rank = 16, Name = \"b\"")]
    public Task What_one_checkpoint_holds_and_other_names_are_fine(string first, string second) =>
        Verify.AnalyzerAsync(Two($"[VeRA({first}, Targets = \"q\")]", $"[VeRA({second}, Targets = \"v\")]"));

    [Theory]
    [InlineData("\"r\": 8, \"projection_prng_key\": 7, \"save_projection\": true", null)]
    [InlineData("\"r\": 8, \"projection_prng_key\": 7", null)]
    [InlineData("\"r\": 8, \"projection_prng_key\": 42, \"save_projection\": false", null)]
    [InlineData("\"r\": 8, \"bias\": \"none\"", null)]
    [InlineData("\"r\": 16", "rank 16 in the file, 8 on 'q' in [VeRA] of 'Gpt'")]
    [InlineData("\"bias\": \"none\"", "rank 256 in the file, 8 on 'q' in [VeRA] of 'Gpt'")]
    [InlineData("\"r\": 8, \"projection_prng_key\": 7, \"save_projection\": false", "matrices from the seed 7 in the file, from 42 on 'q' in [VeRA] of 'Gpt'")]
    [InlineData("\"r\": 8, \"bias\": \"vera_only\"", "trained biases 'vera_only' in the file, 'none' for 'q' in [VeRA] of 'Gpt'")]
    public Task A_checkpoint_is_compared_as_loading_compares_it(string fields, string? difference)
    {
        const string Source =
            """
            [VeRA(Rank = 8, SharedSeed = 42)]
            public sealed partial class Gpt : Module<Tensor, Tensor>
            {
                private readonly Linear q = Linear(64, 64);
                public Gpt() : base("gpt") => RegisterComponents();
                public override Tensor forward(Tensor x) => q.forward(x);
            }
            public static class Program
            {
                public static void Run(Gpt model) => AdapterSet.LoadPretrained(model, {|#0:"style"|}).Merge();
            }
            """;
        var test = new AnalyzerTest
        {
            Sources = { ("Test.cs", Source) },
            AdditionalFiles = { new("/app/style/adapter_config.json", $"{{ \"peft_type\": \"VERA\", \"target_modules\": [\"q\"], {fields} }}") },
        };
        if (difference is not null)
            test.ExpectedDiagnostics.Add(Verify.Diagnostic(DiagnosticDescriptors.StaleCheckpoint).WithLocation(0).WithArguments("style", "Gpt", difference));
        return test.RunAsync();
    }

    private static string Mixed(string attribute) =>
        $$"""
        {{attribute}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(64, 64);
            private readonly Embedding emb = Embedding(1000, 64);
            private readonly Conv1d conv = Conv1d(64, 64, 3);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(conv.forward(emb.forward(x)));
        }
        """;

    private static string Two(string first, string second) =>
        $$"""
        {{first}}
        {{second}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(q.forward(x));
        }
        """;
}
