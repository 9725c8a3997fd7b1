using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Goldens;

/// <summary>LoRA+: B learns at a multiple of A's rate, in the groups of PEFT's optimizer.</summary>
public sealed class LoraPlusTests
{
    private static readonly LoraOptions Options = new() { Rank = 2, LearningRateRatio = 16 };

    [Fact]
    public void Four_steps_are_those_of_PEFT()
    {
        using var golden = new GoldenCase("lora_plus");
        using var folder = new TemporaryFolder();
        golden.WriteCheckpoint(folder.Path, "init.");
        var settings = golden.Json.GetProperty("optimizer");
        var (model, _) = golden.CreateModel(o => o with { LearningRateRatio = settings.GetProperty("loraplus_lr_ratio").GetDouble() });
        using var set = AdapterSet.LoadPretrained(model, folder.Path);
        using var optimizer = set.AdamW(
            settings.GetProperty("lr").GetDouble(), weightDecay: settings.GetProperty("loraplus_weight_decay").GetDouble());
        GoldenSteps.Run(golden, model, set, optimizer);
    }

    [Theory]
    [InlineData("linear", "lora_A.weight 1, lora_B.weight 16")]
    [InlineData("linear-like", "lora_A.weight 1, lora_B.weight 16")]
    [InlineData("conv", "lora_A.weight 1, lora_B.weight 16")]
    [InlineData("embedding", "lora_embedding_A 1, lora_embedding_B 1")]
    [InlineData("linear of DoRA", "lora_A.weight 1, lora_B.weight 16, lora_magnitude_vector 16")]
    [InlineData("conv of DoRA", "lora_A.weight 1, lora_B.weight 16, lora_magnitude_vector 1")]
    public void Each_tensor_has_the_rate_that_PEFT_gives_it(string kind, string expected)
    {
        using var model = new OneLayer(Layer(kind), kind.EndsWith("DoRA", StringComparison.Ordinal) ? new DoRAOptions { Rank = 2, LearningRateRatio = 16 } : Options);
        using var set = AdapterSet.Attach(model);
        Assert.Equal(expected, string.Join(", ", set.TrainedTensors.Select(static t => $"{t.Suffix} {t.LearningRateRatio}")));
    }

    [Theory]
    [InlineData(TrainedBias.All)]
    [InlineData(TrainedBias.LoraOnly)]
    public void A_bias_trained_along_goes_with_B_and_does_not_decay(TrainedBias bias)
    {
        using var model = new OneLayer(nn.Linear(4, 3), Options with { Bias = bias });
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW(learningRate: 0.1, weightDecay: 0.5);
        var groups = optimizer.ParamGroups.Cast<AdamW.ParamGroup>()
            .Select(static g => (g.Parameters.Count(), g.Options.LearningRate, g.Options.weight_decay)).ToList();
        Assert.Equal([(1, 0.1, 0.5), (1, 1.6, 0.5), (1, 1.6, 0.0)], groups);
    }

    [Fact]
    public void Without_a_ratio_all_is_one_group_that_decays()
    {
        using var model = new OneLayer(nn.Linear(4, 3), new LoraOptions { Rank = 2, Bias = TrainedBias.All });
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW(learningRate: 0.1, weightDecay: 0.5);
        var group = Assert.Single(optimizer.ParamGroups.Cast<AdamW.ParamGroup>());
        Assert.Equal(0.5, group.Options.weight_decay);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_ratio_without_meaning_is_refused(double ratio)
    {
        using var model = new OneLayer(nn.Linear(4, 3), Options with { LearningRateRatio = ratio });
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains($"ratio must be a finite number above 0; got {ratio}", error.Message, StringComparison.Ordinal);
    }

    private static nn.Module<Tensor, Tensor> Layer(string kind) => kind.Split(' ')[0] switch
    {
        "linear" => nn.Linear(4, 3),
        "linear-like" => new BufferLinear(randn(3, 4)),
        "conv" => nn.Conv2d(4, 3, 3),
        "embedding" => nn.Embedding(5, 3),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
