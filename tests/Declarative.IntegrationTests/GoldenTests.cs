using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests;

/// <summary>Annotated models against the numbers of Hugging Face PEFT: outputs, every gradient, merged weights, files.</summary>
public sealed class GoldenTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Cases =>
        ["lora_plain", "lora_rslora_all_linear", "lora_rank_alpha_pattern", "lora_train_bias_all",
         "lora_train_bias_lora_only", "lora_embedding", "lora_conv2d", "lora_conv1d"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Outputs_gradients_and_merged_weights_are_the_reference_s(string name)
    {
        using var scope = NewDisposeScope();
        var golden = new GoldenCase(name);
        using var model = golden.Loaded(Create(name));
        var x = golden.Tensor("input.x");
        Numbers.Near(golden.Tensor("output.y_base"), model.forward(x), Tolerance, "base output");

        using var adapters = AdapterSet.Attach(model);
        golden.LoadAdapter("adapter.", model, adapters);
        var learnsInput = golden.File.Keys.Contains("grad_input.x");
        if (learnsInput)
            x.requires_grad_(true);
        var y = model.forward(x);
        Numbers.Near(golden.Tensor("output.y"), y, Tolerance, "output");

        (y * y).mean().backward();
        foreach (var key in golden.File.KeysUnder("grad."))
            Numbers.Near(golden.Tensor("grad." + key), GoldenCase.Parameter(key, model, adapters).grad!, Tolerance, "gradient of " + key);
        if (learnsInput)
            Numbers.Near(golden.Tensor("grad_input.x"), x.grad!, Tolerance, "gradient of the input");

        adapters.Merge();
        var state = model.state_dict();
        foreach (var key in golden.File.KeysUnder("merged."))
            Numbers.Near(golden.Tensor("merged." + key), state[key], Tolerance, "merged " + key);
        using (no_grad())
            Numbers.Near(golden.Tensor("output.y_merged"), model.forward(x), Tolerance, "merged output");
    }

    [Theory]
    [InlineData("lora_plain", "lora_plain")]
    [InlineData("lora_rslora_all_linear", "lora_rslora")]
    [InlineData("lora_rank_alpha_pattern", "lora_patterns")]
    [InlineData("lora_train_bias_all", "lora_bias_all")]
    [InlineData("lora_embedding", "lora_embedding")]
    [InlineData("lora_conv2d", "lora_conv2d")]
    public void Saved_folders_load_and_save_back_the_same_tensors(string name, string folder)
    {
        using var scope = NewDisposeScope();
        using var output = new TemporaryFolder();
        var golden = new GoldenCase(name);
        using var model = golden.Loaded(Create(name));
        var reference = Path.Combine(GoldenCase.Folder, "adapters", folder);

        using var adapters = AdapterSet.LoadPretrained(model, reference);
        Numbers.Near(golden.Tensor("output.y"), model.forward(golden.Tensor("input.x")), Tolerance, "output");

        adapters.SavePretrained(output.Path);
        var expected = new SafetensorsFile(Path.Combine(reference, "adapter_model.safetensors"));
        var saved = new SafetensorsFile(Path.Combine(output.Path, "adapter_model.safetensors"));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), saved.Keys.Order(StringComparer.Ordinal));
        foreach (var key in expected.Keys)
        {
            Assert.Equal(expected.Shape(key), saved.Shape(key));
            Assert.True(expected.Bytes(key).SequenceEqual(saved.Bytes(key)), key);
        }
    }

    [Fact]
    public void Steps_of_AdamW_are_the_reference_s()
    {
        using var scope = NewDisposeScope();
        var golden = new GoldenCase("lora_train_adamw");
        using var model = new GoldenCase("lora_plain").Loaded(new TrainedToyAttn());
        using var adapters = AdapterSet.Attach(model);
        golden.LoadAdapter("init.", model, adapters);
        using var optimizer = adapters.AdamW(learningRate: 0.01, weightDecay: 0.1);
        var (x, target) = (golden.Tensor("input.x"), golden.Tensor("target"));

        for (var step = 1; step <= 4; step++)
        {
            optimizer.zero_grad();
            (model.forward(x) - target).pow(2).mean().backward();
            if (step == 1)
                foreach (var key in golden.File.KeysUnder("grad_step1."))
                    Numbers.Near(golden.Tensor("grad_step1." + key), GoldenCase.Parameter(key, model, adapters).grad!, Tolerance, key);
            optimizer.step();
            foreach (var key in golden.File.KeysUnder($"step{step}."))
                Numbers.Near(
                    golden.Tensor($"step{step}.{key}"), GoldenCase.Parameter(key, model, adapters), 1e-4, $"{key} after step {step}");
        }
    }

    private static Module<Tensor, Tensor> Create(string name) => name switch
    {
        "lora_plain" => new PlainToyAttn(),
        "lora_rslora_all_linear" => new RankStabilizedToyAttn(),
        "lora_rank_alpha_pattern" => new PatternToyAttn(),
        "lora_train_bias_all" => new BiasAllToyAttn(),
        "lora_train_bias_lora_only" => new BiasLoraOnlyToyAttn(),
        "lora_embedding" => new ToyEmb(),
        "lora_conv2d" => new ToyConv(),
        "lora_conv1d" => new ToyConv1d(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
