using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.InPlace;

/// <summary>What is trained in place, and that nothing of it is left when the set is gone.</summary>
public sealed class InPlaceTests
{
    private const string Biases =
        "blocks.0.net.fc1.bias blocks.0.net.inner.fc2.bias blocks.0.net.inner.norm.bias blocks.0.out.bias "
        + "blocks.1.net.fc1.bias blocks.1.net.inner.fc2.bias blocks.1.net.inner.norm.bias blocks.1.out.bias head.bias";

    private static readonly AdapterPlan BitFit = Plans.Of("**", new BitFitOptions());
    private static readonly AdapterPlan Norms = Plans.Of("**", new NormTuningOptions());

    [Theory]
    [InlineData("**", "", Biases)]
    [InlineData("all-linear", "out", "blocks.0.net.fc1.bias blocks.0.net.inner.fc2.bias blocks.1.net.fc1.bias blocks.1.net.inner.fc2.bias")]
    [InlineData("head|norm", "blocks.1.**", "blocks.0.net.inner.norm.bias head.bias")]
    public void BitFit_trains_the_biases_that_its_patterns_mean_and_nothing_else(string targets, string exclude, string trained)
    {
        using var model = new Stack(2, Plans.Of("default", targets, exclude, new BitFitOptions()));
        using var set = AdapterSet.Attach(model);
        Assert.Empty(set.Adapters);
        Assert.Equal(trained.Split(' ').Order(), Trained(model));
        Assert.Equal(set.Parameters.Sum(static p => p.numel()), set.Report.TrainableParameters.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Norm_tuning_trains_every_norm_and_no_other_vector(bool affine)
    {
        using var model = new Sequence(
            ("layer", nn.LayerNorm([4L], elementwise_affine: affine)), ("group", nn.GroupNorm(2, 4, affine: affine)), ("batch", nn.BatchNorm1d(4, affine: affine)),
            ("own", new Scale(4)), ("linear", nn.Linear(4, 4)));
        using var set = AdapterSet.Attach(model);
        Assert.Equal(affine ? ["batch.bias", "batch.weight", "group.bias", "group.weight", "layer.bias", "layer.weight", "own.weight"] : ["own.weight"], Trained(model));
    }

    // A bias under another name, in modules that no generator sees.
    [Fact]
    public void BitFit_finds_parameters_with_bias_in_their_names_wherever_they_are()
    {
        using var model = new Sequence(new BitFitOptions(), ("own", new Scale(4)), ("hidden", new Hidden()));
        using var set = AdapterSet.Attach(model);
        Assert.Equal(["hidden.0.bias", "hidden.in_proj_bias"], Trained(model));
    }

    [Theory]
    [InlineData("bitfit")]
    [InlineData("norms")]
    public void Trained_saved_read_and_gone_the_base_is_as_it_was(string method)
    {
        using var folder = new TemporaryFolder();
        var plan = method == "bitfit" ? BitFit : Norms;
        using var x = randn(5, 8);
        using var model = new Stack(2, plan);
        var state = new BaseState(model);
        using var before = model.forward(x).detach();
        using var fresh = new Stack(2, plan);
        fresh.load_state_dict(model.state_dict());

        var set = AdapterSet.Attach(model);
        using (var optimizer = set.AdamW(learningRate: 0.05))
            Train(model, set, optimizer, x);
        using var after = model.forward(x).detach();
        Assert.True((after - before).abs().max().item<float>() > 0.01f);
        using (set.Disable())
            Near.Same(before, model.forward(x));
        Near.Same(after, model.forward(x));
        set.Merge();
        Near.Same(after, model.forward(x));
        Assert.Contains("'default' are merged", Assert.Throws<AdapterException>(() => set.AdamW()).Message, StringComparison.Ordinal);
        set.Unmerge();
        set.SavePretrained(folder.Path);

        using (var loaded = AdapterSet.LoadPretrained(fresh, folder.Path))
            Near.Same(after, fresh.forward(x));
        Near.Same(before, fresh.forward(x));
        set.Dispose();
        state.AssertSame(model);
        Near.Same(before, model.forward(x));
    }

    [Fact]
    public void A_checkpoint_of_biases_has_their_names_and_fits_no_other_selection()
    {
        using var folder = new TemporaryFolder();
        using var model = new Stack(1, BitFit);
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        Assert.Contains("\"peft_type\": \"BITFIT\"", File.ReadAllText(folder.File("adapter_config.json")), StringComparison.Ordinal);
        var tensors = Safetensors.Load(folder.File("adapter_model.safetensors"), out var metadata);
        Assert.Contains("base_model.model.blocks.0.net.fc1.bias", tensors.Keys);
        Assert.Equal("default", metadata["declarative.adapters"]);

        using var fewer = new Stack(1, Plans.Of("head", new BitFitOptions()));
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(fewer, folder.Path, verifyBase: false));
        Assert.Contains(error.Mismatches, static m => m.Contains("no place here", StringComparison.Ordinal));
        using var norms = new Stack(1, Norms);
        Assert.Contains(
            Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(norms, folder.Path)).Mismatches,
            static m => m.Contains("the checkpoint's method is BITFIT, and LN_TUNING here", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_has_a_row_for_each_module_and_adds_nothing_to_the_model()
    {
        using var model = new Stack(1, Norms);
        using var set = AdapterSet.Attach(model);
        var row = Assert.Single(set.Report.Rows);
        Assert.Equal(("blocks.0.net.inner.norm", "[8]", "NormTuning", 16L, 16L, true), (row.Layer, row.Shape, row.Method, row.Parameters.Value, row.LayerParameters.Value, row.IsInPlace));
        Assert.Equal(1, row.ShareOfLayer);
        Assert.Equal(set.Report.BaseParameters?.Value, set.Report.AllParameters?.Value);
    }

    // PEFT keeps the norm as it was beside its copy, and counts both.
    [Fact]
    public void PEFT_counts_a_tuned_norm_twice()
    {
        using var golden = new GoldenCase("ln_tuning");
        var (model, _) = golden.CreateModel();
        using var set = AdapterSet.Attach(model);
        Assert.Equal(golden.Json.GetProperty("trainable_parameters").GetInt64(), set.Report.TrainableParameters.Value);
        Assert.Equal(golden.Json.GetProperty("all_parameters").GetInt64(), set.Report.AllParameters?.Value + set.Report.TrainableParameters.Value);
    }

    [Fact]
    public void Infinity_in_a_trained_bias_is_named_and_the_file_kept()
    {
        using var folder = new TemporaryFolder();
        using var model = new Stack(1, BitFit);
        using var set = AdapterSet.Attach(model);
        set.SavePretrained(folder.Path);
        var before = File.ReadAllBytes(folder.File("adapter_model.safetensors"));
        using (no_grad())
            model.head.bias!.fill_(float.PositiveInfinity);
        using var optimizer = set.AdamW();
        foreach (var act in (Action[])[() => set.SavePretrained(folder.Path), () => set.Step(optimizer)])
            Assert.Contains("'head.bias'", Assert.Throws<AdapterException>(act).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder.File("adapter_model.safetensors")));
    }

    [Fact]
    public void Beside_LoRA_in_one_set_both_are_trained_and_one_checkpoint_cannot_hold_them()
    {
        using var folder = new TemporaryFolder();
        using var model = new Stack(1, Norms, Plans.Of("head", new LoraOptions { Rank = 2 }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        using var penalty = set.Penalty();
        Assert.Equal(0, penalty.item<float>());
        Assert.Equal(["blocks.0.net.inner.norm", "head"], set.Report.Rows.Select(static r => r.Layer).Order());
        Assert.Equal(4, set.Parameters.Count);
        var error = Assert.Throws<AdapterException>(() => set.SavePretrained(folder.Path));
        Assert.Contains("LORA and LN_TUNING", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sets_do_not_train_one_parameter()
    {
        using var model = new Stack(1, Plans.Of("a", "**", "", new BitFitOptions()), Plans.Of("b", "**", "", new NormTuningOptions()), Plans.Of("c", "head", "", new BitFitOptions()));
        var first = AdapterSet.Attach(model, "a");
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model, "b"));
        Assert.Contains("'blocks.0.net.inner.norm.bias' is trained by another AdapterSet already, and [NormTuning] 'b'", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, Trained(model).Count());
        first.Dispose();
        using var second = AdapterSet.Attach(model, "b");
        using var third = AdapterSet.Attach(model, "c");
        Assert.Equal(["blocks.0.net.inner.norm.bias", "blocks.0.net.inner.norm.weight", "head.bias"], Trained(model));
    }

    [Theory]
    [InlineData("fc1", "[NormTuning] 'default' on Stack: Targets \"fc1\" without \"x\" means nothing that it trains (normalisation layers with parameters); there are some in blocks.0.net.inner.norm.")]
    [InlineData("a||b", "malformed")]
    public void Patterns_that_mean_nothing_are_refused(string targets, string message)
    {
        using var model = new Stack(1, Plans.Of("default", targets, "x", new NormTuningOptions()));
        var state = new BaseState(model);
        Assert.Contains(message, Assert.Throws<AdapterException>(() => AdapterSet.Attach(model)).Message, StringComparison.Ordinal);
        state.AssertSame(model);
    }

    [Fact]
    public void There_is_no_adapter_to_make() => Assert.Contains(
        "[BitFit] trains a layer's own parameters", Assert.Throws<AdapterException>(() => new BitFitOptions().CreateAdapter(nn.Linear(2, 2))).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Trained(nn.Module model) =>
        model.named_parameters().Where(static p => p.parameter.requires_grad).Select(static p => p.name).Order(StringComparer.Ordinal);

    private static void Train(Stack model, AdapterSet set, optim.Optimizer optimizer, Tensor x)
    {
        using var target = randn(5, 3);
        for (var i = 0; i < 10; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            (nn.functional.mse_loss(model.forward(x), target) + set.Penalty()).backward();
            set.Step(optimizer);
        }
    }

    /// <summary>A vector that scales, and no bias.</summary>
    private sealed class Scale : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter weight;

        public Scale(long size)
            : base(nameof(Scale))
        {
            weight = new Parameter(ones(size));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => x * weight;
    }

    /// <summary>A parameter of its own, and a layer from an array.</summary>
    private sealed class Hidden : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter in_proj_bias = new(zeros(4));
        private readonly Linear[] layers = [nn.Linear(4, 4)];

        public Hidden()
            : base(nameof(Hidden))
        {
            RegisterComponents();
            register_module("0", layers[0]);
        }

        public override Tensor forward(Tensor x) => layers[0].forward(x + in_proj_bias);
    }

    /// <summary>Layers one after the other.</summary>
    private sealed class Sequence : nn.Module<Tensor, Tensor>, IAdapterHost
    {
        private readonly AdapterOptions options;
        private readonly nn.Module<Tensor, Tensor>[] layers;

        public Sequence(params (string Name, nn.Module<Tensor, Tensor> Layer)[] layers)
            : this(new NormTuningOptions(), layers)
        {
        }

        public Sequence(AdapterOptions options, params (string Name, nn.Module<Tensor, Tensor> Layer)[] layers)
            : base(nameof(Sequence))
        {
            this.options = options;
            this.layers = [.. layers.Select(static l => l.Layer)];
            foreach (var (name, layer) in layers)
                register_module(name, layer);
        }

        public IReadOnlyList<AdapterPlan> GetAdapterPlans() => [Plans.Of("**", options)];

        public override Tensor forward(Tensor x) => layers.Aggregate(x, static (y, layer) => layer.forward(y));

        protected override void RegisterComponents()
        {
        }
    }
}
