using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.TrainingSurface;

/// <summary>The training surface that all methods have.</summary>
public sealed class StepTests
{
    public static TheoryData<AdapterOptions> Methods => new(new LoraOptions { Rank = 2 }, new DoRAOptions { Rank = 2 });

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_step_is_the_optimizer_s(AdapterOptions options)
    {
        using var one = new OneLayer(Layer(), options);
        using var other = new OneLayer(Layer(), options);
        using var stepped = AdapterSet.Attach(one);
        using var plain = AdapterSet.Attach(other);
        using (no_grad())
        {
            foreach (var (to, from) in plain.Parameters.Zip(stepped.Parameters))
                to.copy_(from);
        }
        using var left = stepped.AdamW(learningRate: 0.01);
        using var right = plain.AdamW(learningRate: 0.01);
        using var x = randn(4, 6);
        for (var i = 0; i < 3; i++)
        {
            Backward(one, x);
            Backward(other, x);
            stepped.Step(left);
            right.step();
            left.zero_grad();
            right.zero_grad();
        }
        foreach (var (expected, actual) in plain.Parameters.Zip(stepped.Parameters))
            Near.Same(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Without_an_extra_loss_the_penalty_is_zero(AdapterOptions options)
    {
        using var model = new OneLayer(Layer(), options);
        using var set = AdapterSet.Attach(model);
        using var penalty = set.Penalty();
        Assert.Equal(0, penalty.dim());
        Assert.Equal(0, penalty.item<float>());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_not_finite_after_a_step_is_named(float value)
    {
        using var model = new OneLayer(Layer(), new LoraOptions { Rank = 2 });
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW();
        using var x = randn(4, 6);
        Backward(model, x);
        Spoil(((LoraLinear)set.Adapters[0]).lora_B.weight, value);
        var error = Assert.Throws<AdapterException>(() => set.Step(optimizer));
        Assert.Contains("'layer.lora_B.weight'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("lora_A", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_finite_is_not_saved_and_the_old_file_stays()
    {
        using var folder = new TemporaryFolder();
        using var model = new OneLayer(Layer(), new DoRAOptions { Rank = 2 });
        using var set = AdapterSet.Attach(model);
        set.SavePretrained(folder.Path);
        var before = Directory.GetFiles(folder.Path).ToDictionary(static f => f, File.ReadAllBytes);

        Spoil(((DoRALinear)set.Adapters[0]).lora_magnitude_vector, float.NaN);
        var error = Assert.Throws<AdapterException>(() => set.SavePretrained(folder.Path));
        Assert.Contains("'layer.lora_magnitude_vector'", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, before.Count);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    [Fact]
    public void Numbers_whose_sum_is_out_of_range_are_finite()
    {
        using var model = new OneLayer(Layer(), new LoraOptions { Rank = 2 });
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW();
        using (no_grad())
            ((LoraLinear)set.Adapters[0]).lora_B.weight.fill_(3e38f);
        set.Step(optimizer);
    }

    [Fact]
    public void Merged_or_disabled_adapters_take_no_step()
    {
        using var model = new OneLayer(Layer(), new LoraOptions { Rank = 2 });
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW();
        using (set.Disable())
            Assert.Contains("disabled", Assert.Throws<AdapterException>(() => set.Step(optimizer)).Message, StringComparison.Ordinal);
        set.Merge();
        Assert.Contains("merged", Assert.Throws<AdapterException>(() => set.Step(optimizer)).Message, StringComparison.Ordinal);
    }

    private static Linear Layer()
    {
        var layer = nn.Linear(6, 4);
        using var noGrad = no_grad();
        layer.weight!.copy_(arange(24).view(4, 6).to_type(ScalarType.Float32).sin());
        layer.bias!.fill_(0.5);
        return layer;
    }

    private static void Backward(nn.Module<Tensor, Tensor> model, Tensor x)
    {
        using var y = model.forward(x);
        using var loss = y.square().mean();
        loss.backward();
    }

    private static void Spoil(Parameter parameter, float value)
    {
        using var noGrad = no_grad();
        using var flat = parameter.detach().view(-1);
        flat[0] = tensor(value);
    }
}
