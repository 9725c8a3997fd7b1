using Declarative.Tests.Support;

namespace Declarative.Tests.Goldens;

/// <summary>The numbers that Hugging Face PEFT computes.</summary>
public sealed class GoldenTests
{
    private const double Tolerance = 1e-5;

    private static readonly string[] Names =
    [
        "lora_plain", "lora_rslora_all_linear", "lora_rank_alpha_pattern", "lora_train_bias_all", "lora_train_bias_lora_only",
        "lora_pissa", "lora_olora", "lora_embedding", "lora_conv2d", "lora_conv2d_groups", "lora_conv1d", "dora", "dora_embedding", "dora_conv2d",
        "vera_save_projection", "vera_no_projection",
        "adalora",
        "ia3", "ia3_conv2d", "loha", "loha_conv2d_flat", "loha_conv2d_effective",
        "lokr", "lokr_decompose_both", "lokr_full_w2", "lokr_conv2d_effective", "lokr_conv2d_flat",
        "oft", "oft_neumann", "oft_block_share",
        "ln_tuning",
    ];

    public static TheoryData<string> Cases => new(Names);

    // PEFT counts a number that each AdaLoRA layer keeps as a frozen parameter, and a norm that is tuned twice; their own tests know of it.
    public static TheoryData<string> Counted => new(Names.Where(static n => n is not ("adalora" or "ln_tuning")));

    public static TheoryData<string> Mergeable => new(Names.Where(static n => n != "lora_conv2d_groups"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_and_every_gradient_are_those_of_PEFT(string name)
    {
        using var golden = new GoldenCase(name);
        using var folder = new TemporaryFolder();
        golden.WriteCheckpoint(folder.Path);
        var (model, adapted) = golden.CreateModel();
        using var set = AdapterSet.LoadPretrained(model, folder.Path);
        Assert.Equal(adapted, set.Adapters.Count);

        var ids = golden["input.x"].dtype == ScalarType.Int64;
        using var x = golden["input.x"].clone().requires_grad_(!ids);
        using var y = model.forward(x);
        Near.Equal(golden["output.y"], y, Tolerance, "y");

        using var loss = (y * y).mean();
        loss.backward();
        var trainable = GoldenCase.Trainable(set);
        foreach (var (key, gradient) in golden.Under("grad.").Where(g => !LoHaGoldenTests.IsWrongInPEFT(name, g.Key)))
            Near.Equal(gradient, trainable[key].grad!, Tolerance, key);
        Assert.Equal(golden.Under("grad.").Keys.Order(), trainable.Keys.Order());
        if (!ids)
            Near.Equal(golden["grad_input.x"], x.grad!, Tolerance, "x");
    }

    [Theory]
    [MemberData(nameof(Counted))]
    public void Counts_of_parameters_are_those_of_PEFT(string name)
    {
        using var golden = new GoldenCase(name);
        var (model, _) = golden.CreateModel();
        using var set = AdapterSet.Attach(model);

        var report = set.Report;
        Assert.Equal(golden.Json.GetProperty("trainable_parameters").GetInt64(), report.TrainableParameters.Value);
        Assert.Equal(golden.Json.GetProperty("all_parameters").GetInt64(), report.AllParameters?.Value);
        Assert.Equal(report.TrainableParameters.Value, set.Parameters.Sum(static p => p.numel()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Disabled_is_the_base_model_to_the_bit(string name)
    {
        using var golden = new GoldenCase(name);
        using var folder = new TemporaryFolder();
        golden.WriteCheckpoint(folder.Path);
        var (model, _) = golden.CreateModel();
        using var before = model.forward(golden["input.x"]).detach();
        var state = new BaseState(model);
        using (var set = AdapterSet.LoadPretrained(model, folder.Path))
        {
            using var adapted = model.forward(golden["input.x"]).detach();
            using (set.Disable())
            {
                using var y = model.forward(golden["input.x"]).detach();
                Near.Same(before, y);
                Near.Equal(golden["output.y_base"], y, Tolerance);
            }
            using var again = model.forward(golden["input.x"]).detach();
            Near.Same(adapted, again);
        }
        state.AssertSame(model);
        using var after = model.forward(golden["input.x"]).detach();
        Near.Same(before, after);
    }

    [Theory]
    [MemberData(nameof(Mergeable))]
    public void Merged_weights_and_output_are_those_of_PEFT(string name)
    {
        using var golden = new GoldenCase(name);
        using var folder = new TemporaryFolder();
        golden.WriteCheckpoint(folder.Path);
        var (model, _) = golden.CreateModel();
        using var set = AdapterSet.LoadPretrained(model, folder.Path);
        using var adapted = model.forward(golden["input.x"]).detach();
        var weights = set.Adapters.Select(static a => Near.Bits(a.Weight.Current)).ToList();

        set.Merge();
        var parameters = model.state_dict();
        foreach (var (key, merged) in golden.Under("merged."))
            Near.Equal(merged, parameters[key], Tolerance, key);
        using (var y = model.forward(golden["input.x"]).detach())
            Near.Equal(golden["output.y_merged"], y, Tolerance);
        using (set.Disable())
        using (var y = model.forward(golden["input.x"]).detach())
            Near.Equal(golden["output.y_base"], y, Tolerance);

        set.Unmerge();
        Assert.Equal(weights, set.Adapters.Select(static a => Near.Bits(a.Weight.Current)));
        using var again = model.forward(golden["input.x"]).detach();
        Near.Same(adapted, again);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Saved_files_have_the_keys_and_values_of_PEFT(string name)
    {
        using var golden = new GoldenCase(name);
        using var folder = new TemporaryFolder();
        using var saved = new TemporaryFolder();
        golden.WriteCheckpoint(folder.Path);
        var (model, _) = golden.CreateModel();
        using (var set = AdapterSet.LoadPretrained(model, folder.Path))
            set.SavePretrained(saved.Path);

        var tensors = Safetensors.Load(saved.File("adapter_model.safetensors"), out var metadata);
        Assert.Equal("pt", metadata["format"]);
        var expected = golden.Under("adapter.");
        Assert.Equal(expected.Keys.Order(), tensors.Keys.Order());
        foreach (var (key, tensor) in expected)
            Near.Same(tensor, tensors[key], key);

        var (fresh, _) = golden.CreateModel();
        using var again = AdapterSet.LoadPretrained(fresh, saved.Path);
        using var y = fresh.forward(golden["input.x"]);
        Near.Equal(golden["output.y"], y, Tolerance);
    }

    [Theory]
    [InlineData("lora_pissa")]
    [InlineData("lora_olora")]
    public void A_start_leaves_in_the_weight_what_PEFT_leaves(string name)
    {
        using var golden = new GoldenCase(name);
        var (model, _) = golden.CreateModel();
        using var set = AdapterSet.Attach(model);
        var parameters = model.state_dict();
        foreach (var (key, residual) in golden.Under("base_after_init."))
            Near.Equal(residual, parameters[key], Tolerance, key);
        using var y = model.forward(golden["input.x"]);
        Near.Equal(golden["output.y_at_init"], y, Tolerance);
    }

    [Fact]
    public void Four_steps_of_AdamW_are_those_of_PEFT()
    {
        using var golden = new GoldenCase("lora_train_adamw");
        using var folder = new TemporaryFolder();
        golden.WriteCheckpoint(folder.Path, "init.");
        var (model, _) = golden.CreateModel();
        using var set = AdapterSet.LoadPretrained(model, folder.Path);
        using var optimizer = set.AdamW(learningRate: 0.01, weightDecay: 0.1);
        GoldenSteps.Run(golden, model, set, optimizer);
    }
}
