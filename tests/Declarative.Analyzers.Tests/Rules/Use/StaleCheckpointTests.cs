using System.Text.RegularExpressions;
using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Use;

public class StaleCheckpointTests
{
    private const string Fits = """{ "peft_type": "LORA", "r": 16, "lora_alpha": 32, "target_modules": ["q_proj", "v_proj"] }""";

    private const string Gpt = """
        public sealed class Gpt : Module<Tensor, Tensor>
        {
            public readonly ModuleList<Block> blocks = new(new Block(), new Block());
            private readonly Linear head = Linear(64, 9);
            public Gpt() : base("gpt") => RegisterComponents();
            public override Tensor forward(Tensor x) { foreach (var b in blocks) x = b.forward(x); return head.forward(x); }
        }
        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Attention attn = new();
            public Block() : base("block") => RegisterComponents();
            public override Tensor forward(Tensor x) => attn.forward(x);
        }
        [Lora(Rank = 16, Alpha = 32, Targets = "q_proj|v_proj")]
        public sealed partial class Attention : Module<Tensor, Tensor>
        {
            private readonly Linear q_proj = Linear(64, 64), k_proj = Linear(64, 64), v_proj = Linear(64, 64);
            public Attention() : base("attention") => RegisterComponents();
            public override Tensor forward(Tensor x) => v_proj.forward(k_proj.forward(q_proj.forward(x)));
        }
        """;

    [Theory]
    [InlineData("\"LORA\"", "null", "the method is not named in the file, LORA on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"LORA\"", "\"VERA\"", "the method is VERA in the file, LORA on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"r\": 16", "\"r\": 8, \"lora_alpha\": 16", "rank 8 in the file, 16 on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"r\": 16,", "\"rank_pattern\": { \"v_proj\": 16 },", "rank 8 in the file, 16 on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"r\": 16,", "\"r\": 16, \"rank_pattern\": { \"attn.v_proj\": 4 },", "rank 4 in the file, 16 on 'v_proj' in [Lora] of 'Attention'")]
    [InlineData("\"r\": 16,", "\"r\": 16, \"rank_pattern\": { \"^blocks\\\\.0\\\\.attn\\\\.q_proj\": 4 },", "rank 4 in the file, 16 on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"lora_alpha\": 32", "\"lora_alpha\": 16", "alpha 16 in the file, 32 on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"lora_alpha\": 32", "\"lora_alpha\": 32, \"alpha_pattern\": { \"v_proj\": 0.5 }", "alpha 0.5 in the file, 32 on 'v_proj' in [Lora] of 'Attention'")]
    [InlineData("\"r\": 16", "\"use_rslora\": true, \"r\": 16", "scaling 8 (alpha 32 / √rank) in the file, 2 (alpha 32 / rank) on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"r\": 16", "\"bias\": \"all\", \"r\": 16", "trained biases 'all' in the file, 'none' for 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"r\": 16", "\"init_lora_weights\": \"pissa\", \"r\": 16", "a start from PiSSA in the file, Init = KaimingUniform on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"r\": 16", "\"use_dora\": true, \"r\": 16", "[DoRA] in the file, [Lora] on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"r\": 16", "\"init_lora_weights\": \"olora\", \"r\": 16", "a start from OLoRA in the file, Init = KaimingUniform on 'q_proj' in [Lora] of 'Attention'")]
    [InlineData("\"v_proj\"]", "\"attn.v_proj\", \"k_proj\"]", "an adapter in the file for 'k_proj' of 'Attention', which no attribute here gives one")]
    [InlineData("[\"q_proj\", \"v_proj\"]", "[\"q_proj\", \"attn.proj\"]", "no adapter in the file for 'v_proj' in [Lora] of 'Attention'")]
    [InlineData("[\"q_proj\", \"v_proj\"]", "[\"q_proj\", \"roj\"]", "no adapter in the file for 'v_proj' in [Lora] of 'Attention'")]
    [InlineData("[\"q_proj\", \"v_proj\"]", "[\"q_proj\"], \"exclude_modules\": null", "no adapter in the file for 'v_proj' in [Lora] of 'Attention'")]
    [InlineData("[\"q_proj\", \"v_proj\"]", "\".*attn\\\\.[qk]_proj\"", "no adapter in the file for 'v_proj' in [Lora] of 'Attention'; an adapter in the file for 'k_proj' of 'Attention', which no attribute here gives one")]
    [InlineData("[\"q_proj\", \"v_proj\"]", "\"all-linear\"", "an adapter in the file for 'k_proj' of 'Attention', which no attribute here gives one")]
    public Task A_difference_is_named_with_both_values(string text, string changed, string difference)
    {
        var config = Fits.Replace(text, changed, StringComparison.Ordinal);
        Assert.NotEqual(Fits, config);
        return VerifyAsync("AdapterSet.LoadPretrained(model, {|#0:\"adapters/cat\"|});", config, difference);
    }

    [Theory]
    [InlineData("\"init_r\": 12, \"lora_alpha\": 8", "")]
    [InlineData("\"target_r\": 4", "")]
    [InlineData("\"init_r\": 6", "initial rank 6 in the file, 12 on 'fc' in [AdaLora] of 'Net'")]
    [InlineData("\"lora_alpha\": 16", "alpha 16 in the file, 8 on 'fc' in [AdaLora] of 'Net'")]
    public Task A_checkpoint_of_AdaLoRA(string fields, string difference) =>
        VerifyNetAsync("[AdaLora(TotalSteps = 10, Targets = \"fc\")]", $"\"peft_type\": \"ADALORA\", {fields}", difference);

    [Theory]
    [InlineData("\"peft_type\": \"DELTALORA\"", "")]
    [InlineData("\"peft_type\": \"LORA\"", "the method is LORA in the file, DELTALORA on 'fc' in [DeltaLora] of 'Net'")]
    [InlineData("\"peft_type\": \"DELTALORA\", \"r\": 4, \"lora_alpha\": 4", "rank 4 in the file, 8 on 'fc' in [DeltaLora] of 'Net'")]
    public Task A_checkpoint_of_Delta_LoRA(string fields, string difference) =>
        VerifyNetAsync("[DeltaLora(Targets = \"fc\")]", fields, difference);

    [Theory]
    [InlineData("[LoHa]", "\"peft_type\": \"LOHA\", \"alpha\": 8.0", "")]
    [InlineData("[LoHa(Rank = 4)]", "\"peft_type\": \"LOHA\"", "rank 8 in the file, 4 on 'fc' in [LoHa] of 'Net'")]
    [InlineData("[LoHa(Alpha = 4)]", "\"peft_type\": \"LOHA\", \"r\": 8, \"alpha\": 16", "alpha 16 in the file, 4 on 'fc' in [LoHa] of 'Net'")]
    [InlineData("[LoHa]", "\"peft_type\": \"LOHA\", \"rank_pattern\": { \"fc\": 4 }", "rank 4 in the file, 8 on 'fc' in [LoHa] of 'Net'")]
    [InlineData("[LoHa]", "\"peft_type\": \"LOHA\", \"use_effective_conv2d\": true", "")]
    [InlineData("[LoKr]", "\"peft_type\": \"LOHA\"", "the method is LOHA in the file, LOKR on 'fc' in [LoKr] of 'Net'")]
    [InlineData("[LoKr(DecomposeFactor = 4)]", "\"peft_type\": \"LOKR\", \"decompose_factor\": 4", "")]
    [InlineData("[LoKr(DecomposeFactor = 4)]", "\"peft_type\": \"LOKR\"", "DecomposeFactor is -1 in the file, 4 on 'fc' in [LoKr] of 'Net'")]
    [InlineData("[LoKr]", "\"peft_type\": \"LOKR\", \"decompose_both\": true", "DecomposeBoth is True in the file, False on 'fc' in [LoKr] of 'Net'")]
    [InlineData("[Oft]", "\"peft_type\": \"OFT\", \"r\": 2, \"oft_block_size\": 0", "")]
    [InlineData("[Oft(Blocks = 4)]", "\"peft_type\": \"OFT\", \"oft_block_size\": 16", "")]
    [InlineData("[Oft]", "\"peft_type\": \"OFT\", \"r\": 4, \"oft_block_size\": 0", "a block of 16 inputs in the file, of 32 on 'fc' in [Oft] of 'Net'")]
    [InlineData("[Oft(BlockSize = 16)]", "\"peft_type\": \"OFT\"", "a block of 32 inputs in the file, of 16 on 'fc' in [Oft] of 'Net'")]
    [InlineData("[Oft]", "\"peft_type\": \"OFT\", \"block_share\": true", "BlockShare is True in the file, False on 'fc' in [Oft] of 'Net'")]
    [InlineData("[Oft]", "\"peft_type\": \"OFT\", \"use_cayley_neumann\": false", "UseCayleyNeumann is False in the file, True on 'fc' in [Oft] of 'Net'")]
    [InlineData("[Oft]", "\"peft_type\": \"OFT\", \"num_cayley_neumann_terms\": 3", "NeumannTerms is 3 in the file, 5 on 'fc' in [Oft] of 'Net'")]
    [InlineData("[Oft(UseCayleyNeumann = false)]", "\"peft_type\": \"OFT\", \"use_cayley_neumann\": false, \"num_cayley_neumann_terms\": 3", "")]
    [InlineData("[IA3]", "\"peft_type\": \"IA3\", \"feedforward_modules\": []", "")]
    [InlineData("[IA3(FeedForward = \"fc\")]", "\"peft_type\": \"IA3\", \"feedforward_modules\": [\"fc\"]", "")]
    [InlineData("[IA3(FeedForward = \"fc\")]", "\"peft_type\": \"IA3\"", "")]
    [InlineData("[IA3(FeedForward = \"fc\")]", "\"peft_type\": \"IA3\", \"feedforward_modules\": []", "the outputs are scaled in the file, the inputs for 'fc' in [IA3] of 'Net' (FeedForward)")]
    [InlineData("[IA3]", "\"peft_type\": \"IA3\", \"feedforward_modules\": \"f.\"", "the inputs are scaled in the file, the outputs for 'fc' in [IA3] of 'Net' (FeedForward)")]
    [InlineData("[BitFit]", "\"peft_type\": \"BITFIT\"", "")]
    [InlineData("[BitFit]", "\"peft_type\": \"LN_TUNING\"", "the method is LN_TUNING in the file, BITFIT on 'fc' in [BitFit] of 'Net'")]
    public Task A_checkpoint_of_another_method_of_the_family(string attribute, string fields, string difference) => VerifyNetAsync(attribute, fields, difference);

    [Theory]
    [InlineData(3, "UseEffectiveConv2d is True in the file, False on 'fc' in [LoHa] of 'Net'")]
    [InlineData(1, "")]
    public Task The_form_of_a_kernel(int kernel, string difference) => VerifyNetAsync(
        "[LoHa(Targets = \"fc\")]", "\"peft_type\": \"LOHA\", \"use_effective_conv2d\": true", difference, $"Conv2d fc = Conv2d(64, 64, {kernel})");

    [Theory]
    [InlineData("[DoRA(Targets = \"fc\")]", "\"use_dora\": true", "")]
    [InlineData("[DoRA(Targets = \"fc\")]", "\"use_dora\": false", "[Lora] in the file, [DoRA] on 'fc' in [DoRA] of 'Net'")]
    [InlineData("[Lora(Targets = \"fc\", Init = LoraInit.PiSSA)]", "\"init_lora_weights\": \"pissa\"", "")]
    [InlineData("[Lora(Targets = \"fc\", Init = LoraInit.PiSSA)]", "\"init_lora_weights\": true", "another start than PiSSA in the file, Init = PiSSA on 'fc' in [Lora] of 'Net'")]
    [InlineData("[Lora(Targets = \"fc\", Bias = TrainedBias.LoraOnly)]", "\"bias\": \"lora_only\"", "")]
    [InlineData("[Lora(Targets = \"fc\", Bias = TrainedBias.LoraOnly)]", "\"bias\": \"none\"", "trained biases 'none' in the file, 'lora_only' for 'fc' in [Lora] of 'Net'")]
    [InlineData("[Lora(Targets = \"fc\", Bias = TrainedBias.All)]", "\"bias\": \"all\"", "")]
    [InlineData("[Lora(Targets = \"fc\", Bias = TrainedBias.All)]", "\"bias\": null", "trained biases 'none' in the file, 'all' for 'fc' in [Lora] of 'Net'")]
    public Task A_checkpoint_of_LoRA(string attribute, string fields, string difference) =>
        VerifyNetAsync(attribute, $"\"peft_type\": \"LORA\", {fields}", difference);

    [Theory]
    [InlineData("\"bias\": \"vera_only\"", "")]
    [InlineData("\"bias\": \"lora_only\"", "trained biases 'lora_only' in the file, 'vera_only' for 'fc' in [VeRA] of 'Net'")]
    public Task A_checkpoint_of_VeRA(string fields, string difference) =>
        VerifyNetAsync("[VeRA(Rank = 256, Targets = \"fc\", Bias = TrainedBias.LoraOnly)]", $"\"peft_type\": \"VERA\", {fields}", difference, "Linear fc = Linear(512, 512)");

    [Theory]
    [InlineData("\"target_modules\": \"all-linear\"", "", "", "")]
    [InlineData("\"bias\": \"lora_only\"", "", ", Bias = TrainedBias.LoraOnly", "")]
    [InlineData("\"bias\": \"all\"", "", "", "trained biases 'all' in the file, 'none' for 'fc' in [Lora] of 'Net'")]
    [InlineData("\"r\": 4, \"lora_alpha\": 4", ", Rank = 4, Alpha = 4", "", "rank 4 in the file, 8 on 'other' in [Lora] of 'Net'")]
    public Task A_checkpoint_of_two_attributes_and_a_head(string fields, string first, string second, string difference)
    {
        var test = new AnalyzerTest
        {
            Sources =
            {
                ("Test.cs", $$"""
                    [Lora(Targets = "fc"{{first}})]
                    [Lora(Targets = "other"{{second}})]
                    public sealed partial class Net : Module<Tensor, Tensor>
                    {
                        private readonly Linear fc = Linear(64, 64), other = Linear(64, 64), lm_head = Linear(64, 9);
                        public Net() : base("net") => RegisterComponents();
                        public override Tensor forward(Tensor x) => lm_head.forward(other.forward(fc.forward(x)));
                    }
                    public static class Program
                    {
                        public static void Load(Net model) => AdapterSet.LoadPretrained(model, {|#0:"cat"|});
                    }
                    """),
            },
            AdditionalFiles = { new("cat/adapter_config.json", $"{{ \"peft_type\": \"LORA\", {fields} }}") },
        };
        if (difference.Length > 0)
            test.ExpectedDiagnostics.Add(Verify.Diagnostic(DiagnosticDescriptors.StaleCheckpoint).WithLocation(0).WithArguments("cat", "Net", difference));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"r\": }")]
    [InlineData("nonsense")]
    public Task What_is_no_JSON_is_said(string config) => VerifyAsync(
        "AdapterSet.LoadPretrained(model, {|#0:\"adapters/cat\"|});",
        config,
        "its adapter_config.json cannot be read as a configuration, since it is no valid JSON");

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"LORA\"")]
    public Task What_is_no_object_is_said(string config) => VerifyAsync(
        "AdapterSet.LoadPretrained(model, {|#0:\"adapters/cat\"|});",
        config,
        "its adapter_config.json cannot be read as a configuration, since it is no JSON object");

    [Theory]
    [InlineData(Fits)]
    [InlineData("""{ "peft_type": "LORA", "r": 16.0, "lora_alpha": 3.2e1, "target_modules": ".*_proj(?<!k_proj)", "rank_pattern": null }""")]
    [InlineData("""{ "peft_type": "LORA", "r": 4, "lora_alpha": 8, "rank_pattern": { "q_proj|v_proj": 16 }, "alpha_pattern": { "attn\\.\\w_proj": 32 } }""")]
    [InlineData("""{ "peft_type": "LORA", "r": 16, "lora_alpha": 8, "use_rslora": true, "target_modules": null }""")]
    [InlineData("""{ "peft_type": "LORA", "r": 16, "lora_alpha": 32, "target_modules": ["k_proj"], "layers_to_transform": [0] }""")]
    [InlineData("""{ "peft_type": "LORA", "r": 16, "lora_alpha": 32, "target_modules": ["k_proj"], "layers_pattern": "blocks" }""")]
    [InlineData("""{ "peft_type": "LORA", "r": 16, "lora_alpha": 32, "target_modules": ["k_proj"], "exclude_modules": ["head"] }""")]
    [InlineData("""{ "peft_type": "LORA", "r": 16, "lora_alpha": 32.00001 }""")]
    [InlineData("""{ "peft_type": "LORA", "r": 16, "lora_alpha": 32, "target_modules": "(?P<python>q_proj)" }""")]
    [InlineData("""{ "peft_type": "LORA", "r": 16, "lora_alpha": 32, "rank_pattern": { "blocks.7.attn.q_proj": 2 } }""")]
    public Task What_fits_and_what_is_not_known_is_fine(string config) => VerifyAsync("AdapterSet.LoadPretrained(model, \"adapters/cat\");", config);

    [Theory]
    [InlineData("""AdapterSet.LoadPretrained(model, {|#0:"./adapters/cat/"|});""")]
    [InlineData("""AdapterSet.LoadPretrained(model, {|#0:@"..\adapters\cat"|});""")]
    [InlineData("""AdapterSet.LoadPretrained(model, {|#0:"cat"|});""")]
    [InlineData("""AdapterSet.LoadPretrained(model, {|#0:"./../adapters/./cat"|});""")]
    [InlineData("""AdapterSet.LoadPretrained(directory: {|#0:Where|}, model: model);""")]
    [InlineData("""AdapterSet.LoadPretrained(model, {|#0:"adapters/" + "cat"|}, "default");""")]
    [InlineData("""using var adapters = AdapterSet.Attach(model); adapters.Load({|#0:"adapters/cat"|});""")]
    [InlineData("""nn.Module same = model; AdapterSet.LoadPretrained((Gpt)same, "bat"); AdapterSet.LoadPretrained(model, {|#0:"adapters/cat"|});""")]
    public Task The_path_is_the_files_by_whole_segments(string statements) => VerifyAsync(
        statements, Fits.Replace("16", "4", StringComparison.Ordinal), "rank 4 in the file, 16 on 'q_proj' in [Lora] of 'Attention'");

    [Theory]
    [InlineData("""AdapterSet.LoadPretrained(model, "at");""")]
    [InlineData("""AdapterSet.LoadPretrained(model, "other/cat");""")]
    [InlineData("""AdapterSet.LoadPretrained(model, where);""")]
    [InlineData("""nn.Module any = model; AdapterSet.LoadPretrained(any, "adapters/cat");""")]
    [InlineData("""AdapterSet.LoadPretrained(model, "adapters/cat", "another");""")]
    [InlineData("""AdapterSet.LoadPretrained(model, "adapters/cat", where);""")]
    [InlineData("""set.Load("adapters/cat");""")]
    public Task What_is_not_surely_that_file_of_that_model_is_left_alone(string statement) =>
        VerifyAsync(statement, Fits.Replace("16", "4", StringComparison.Ordinal));

    [Fact]
    public Task A_pattern_that_cannot_be_used_is_said() => new AnalyzerTest
    {
        Sources = { ("Test.cs", Source("AdapterSet.LoadPretrained(model, {|#0:\"cat\"|});")) },
        ExpectedDiagnostics =
        {
            Verify.Diagnostic(DiagnosticDescriptors.StaleCheckpoint).WithLocation(0)
                .WithArguments("cat", "Gpt", $"the pattern '(' cannot be used: {Assert.ThrowsAny<ArgumentException>(static () => new Regex(@"^(.*\.)?(()$")).Message}"),
        },
        AdditionalFiles = { new("cat/adapter_config.json", Fits.Replace("\"r\": 16", "\"rank_pattern\": { \"(\": 16 }", StringComparison.Ordinal)) },
    }.RunAsync();

    [Fact]
    public Task Of_two_files_that_could_be_meant_neither_is() => new AnalyzerTest
    {
        Sources = { ("Test.cs", Source("AdapterSet.LoadPretrained(model, \"cat\");")) },
        AdditionalFiles = { new("/a/cat/adapter_config.json", "{}"), new("/b/cat/adapter_config.json", "{}") },
    }.RunAsync();

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("cat/notes.json")]
    public Task Files_without_a_name_and_other_files_are_passed_over(string path) => new AnalyzerTest
    {
        Sources = { ("Test.cs", Source("AdapterSet.LoadPretrained(model, {|DCL0407:\"cat\"|});")) },
        AdditionalFiles = { new(path, "{}"), new("cat/adapter_config.json", Fits.Replace("16", "4", StringComparison.Ordinal)) },
    }.RunAsync();

    [Fact]
    public Task The_name_selects_the_attribute() => new AnalyzerTest
    {
        Sources =
        {
            ("Test.cs", """
                [Lora(Name = "small", Rank = 4, Alpha = 8, Targets = "fc")]
                [Lora(Name = "large", Rank = 32, Alpha = 8, Targets = "fc")]
                public partial class Net : Module<Tensor, Tensor>
                {
                    protected readonly Linear fc = Linear(64, 64);
                    public Net() : base("net") => RegisterComponents();
                    public override Tensor forward(Tensor x) => fc.forward(x);
                }
                public sealed class Derived : Net { }
                public static class Program
                {
                    public static void Run(Net model, Derived derived)
                    {
                        AdapterSet.LoadPretrained(model, "cat", "small");
                        AdapterSet.LoadPretrained(derived, {|DCL0407:"cat"|}, name: "large");
                    }
                }
                """),
        },
        AdditionalFiles = { new("cat/adapter_config.json", """{ "peft_type": "LORA", "r": 4, "target_modules": ["fc"] }""") },
    }.RunAsync();

    [Fact]
    public Task Attributes_from_outside_dictionaries_and_members_that_may_be_absent() => new AnalyzerTest
    {
        Sources =
        {
            ("Test.cs", """
                [Lora(Rank = 4, Targets = "fc")]
                public sealed partial class Net : Module<Tensor, Tensor>
                {
                    public readonly ModuleDict<Expert> experts = new();
                    private readonly Expert? spare;
                    private readonly Sequential net = Sequential(("fc", Linear(64, 64)), ("act", ReLU()));
                    public Net(bool isSpare) : base("net")
                    {
                        experts.Add("a", new Expert());
                        spare = isSpare ? new Expert() : null;
                        RegisterComponents();
                    }
                    public override Tensor forward(Tensor x) => spare?.forward(x) ?? net.forward(experts["a"].forward(x));
                }
                public sealed class Expert : Module<Tensor, Tensor>
                {
                    private readonly Linear fc = Linear(64, 64);
                    public Expert() : base("expert") => RegisterComponents();
                    public override Tensor forward(Tensor x) => fc.forward(x);
                }
                public static class Program
                {
                    public static void Run(Net model)
                    {
                        AdapterSet.LoadPretrained(model, "one");
                        AdapterSet.LoadPretrained(model, {|#0:"two"|});
                        AdapterSet.LoadPretrained(model, {|DCL0407:"three"|});
                    }
                }
                """),
        },
        AdditionalFiles =
        {
            new("one/adapter_config.json", """{ "peft_type": "LORA", "r": 2, "rank_pattern": { "net.fc": 4 }, "alpha_pattern": { "net.fc": 8 }, "target_modules": ["net.fc"] }"""),
            new("two/adapter_config.json", """{ "peft_type": "LORA", "r": 4, "rank_pattern": { "net.fc": 2 } }"""),
            new("three/adapter_config.json", """{ "peft_type": "LORA", "r": 4, "bias": "all" }"""),
        },
        ExpectedDiagnostics =
        {
            Verify.Diagnostic(DiagnosticDescriptors.StaleCheckpoint).WithLocation(0)
                .WithArguments("two", "Net", "rank 2 in the file, 4 on 'net.fc' in [Lora] of 'Net'"),
        },
    }.RunAsync();

    private static Task VerifyNetAsync(string attribute, string fields, string difference, string layer = "Linear fc = Linear(64, 64)")
    {
        var test = new AnalyzerTest
        {
            Sources =
            {
                ("Test.cs", Models.WithField(attribute, $"private readonly {layer};") + """

                    public static class Program
                    {
                        public static void Load(Net model) => AdapterSet.LoadPretrained(model, {|#0:"adapters/cat"|});
                    }
                    """),
            },
            AdditionalFiles = { new("/home/me/app/adapters/cat/adapter_config.json", $"{{ {fields}, \"target_modules\": [\"fc\"] }}") },
        };
        if (difference.Length > 0)
            test.ExpectedDiagnostics.Add(Verify.Diagnostic(DiagnosticDescriptors.StaleCheckpoint).WithLocation(0).WithArguments("adapters/cat", "Net", difference));
        return test.RunAsync();
    }

    private static Task VerifyAsync(string statements, string config, string? difference = null)
    {
        var test = new AnalyzerTest
        {
            Sources = { ("Test.cs", Source(statements)) },
            AdditionalFiles = { new("/home/me/app/adapters/cat/adapter_config.json", config), new("/home/me/app/notes.json", "{") },
        };
        if (difference is not null)
        {
            var marked = TestMarkup.Parse(Source(statements));
            var span = marked.Marks.Single().Span;
            var written = marked.Source.Substring(span.Start, span.Length);
            var path = written == "Where" ? "adapters/cat" : written.TrimStart('@').Trim('"').Replace("\" + \"", "", StringComparison.Ordinal);
            test.ExpectedDiagnostics.Add(Verify.Diagnostic(DiagnosticDescriptors.StaleCheckpoint).WithLocation(0).WithArguments(path, "Gpt", difference));
        }
        return test.RunAsync();
    }

    private static string Source(string statements) =>
        $$"""
        {{Gpt}}
        public static class Program
        {
            private const string Where = "adapters/cat";
            public static void Run(Gpt model, AdapterSet set, string where)
            {
                {{statements}}
            }
        }
        """;
}
