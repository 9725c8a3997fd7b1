using System.Runtime.InteropServices;
using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.Lora;

/// <summary>LoRA-FA: B is trained, A is carried along.</summary>
public sealed class FreezeATests
{
    private static readonly LoraOptions Options = new() { Rank = 2, Alpha = 3, FreezeA = true };

    [Theory]
    [InlineData("lora_plain")]
    [InlineData("lora_conv2d")]
    [InlineData("lora_conv2d_groups")]
    [InlineData("dora")]
    public void B_has_the_gradient_it_has_in_PEFT_and_A_has_none(string name)
    {
        using var golden = new GoldenCase(name);
        using var folder = new TemporaryFolder();
        golden.WriteCheckpoint(folder.Path);
        var (model, _) = golden.CreateModel(static o => o with { FreezeA = true });
        using var set = AdapterSet.LoadPretrained(model, folder.Path);
        using var x = golden["input.x"].clone().requires_grad_();
        using var y = model.forward(x);
        Near.Equal(golden["output.y"], y, 1e-5);
        (y * y).mean().backward();
        Near.Equal(golden["grad_input.x"], x.grad!, 1e-5);
        foreach (var (key, parameter) in GoldenCase.Trainable(set))
        {
            var frozen = key.Contains("lora_A", StringComparison.Ordinal);
            Assert.Equal(!frozen, parameter.requires_grad);
            if (frozen)
                Assert.Null(parameter.grad);
            else
                Near.Equal(golden[$"grad.{key}"], parameter.grad!, 1e-5, key);
        }
    }

    [Fact]
    public void A_is_saved_and_loaded_and_counted_apart()
    {
        using var folder = new TemporaryFolder();
        using var model = new OneLayer(nn.Linear(6, 4), Options);
        using var set = AdapterSet.Attach(model);
        var adapter = (LoraLinear)set.Adapters[0];
        Assert.Same(adapter.lora_B.weight, Assert.Single(set.Parameters));
        Assert.Equal(2 * 4, set.Report.TrainableParameters.Value);
        Assert.Equal((6 * 4) + 4 + (2 * (6 + 4)), set.Report.AllParameters?.Value);

        set.SavePretrained(folder.Path);
        using var a = adapter.lora_A.weight.detach().clone();
        adapter.Reset();
        Near.Different(a, adapter.lora_A.weight);
        set.Load(folder.Path);
        Near.Same(a, adapter.lora_A.weight);
        Assert.False(adapter.lora_A.weight.requires_grad);
    }

    [Fact]
    public void A_stays_frozen_through_steps_and_moves()
    {
        using var model = new OneLayer(nn.Linear(6, 4), Options);
        using var set = AdapterSet.Attach(model);
        model.to(ScalarType.Float64);
        var adapter = (LoraLinear)set.Adapters[0];
        Assert.False(adapter.lora_A.weight.requires_grad);
        using var optimizer = set.AdamW(learningRate: 0.1);
        using var a = adapter.lora_A.weight.detach().clone();
        using var b = adapter.lora_B.weight.detach().clone();
        using var loss = model.forward(randn(5, 6, ScalarType.Float64)).square().mean();
        loss.backward();
        set.Step(optimizer);
        Near.Same(a, adapter.lora_A.weight);
        Near.Different(b, adapter.lora_B.weight);
    }

    // Autograd refuses a backward pass whose kept tensors were written over since, so that writing over the input tells whether it was kept.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_linear_layer_keeps_no_input_for_the_backward_pass(bool frozen)
    {
        foreach (var options in (LoraOptions[])[Options, new DoRAOptions { Rank = 2, FreezeA = true }])
        {
            using var model = new OneLayer(nn.Linear(6, 4), options with { FreezeA = frozen });
            using var set = AdapterSet.Attach(model);
            var b = ((LoraLinear)set.Adapters[0]).lora_B.weight;
            using var leaf = randn(2, 3, 6).requires_grad_();
            model.forward(leaf * 2).sum().backward();
            using var expected = b.grad!.clone();
            b.grad!.zero_();

            using var x = leaf * 2;
            using var y = model.forward(x);
            using (no_grad())
            using (var values = x.detach())
                values.zero_();
            using var loss = y.sum();
            if (frozen)
            {
                loss.backward();
                Near.Same(expected, b.grad!);
            }
            else
            {
                Assert.Throws<ExternalException>(() => loss.backward());
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_embedding_is_refused_since_its_A_is_zero(bool decomposed)
    {
        using var model = new OneLayer(nn.Embedding(6, 4), decomposed ? new DoRAOptions { Rank = 2, FreezeA = true } : Options);
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("'layer' cannot be adapted", error.Message, StringComparison.Ordinal);
        Assert.Contains("an embedding's A starts at zero", error.Message, StringComparison.Ordinal);
        Assert.Contains("Exclude", error.Message, StringComparison.Ordinal);
        state.AssertSame(model);
    }
}
