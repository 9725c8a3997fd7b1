using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests;

/// <summary>Training through generated code.</summary>
public sealed class TrainingTests
{
    [Fact]
    public void Training_lowers_the_loss_and_leaves_the_base_alone()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new BlockListModel());
        var original = BaseModel.Of(model);
        var x = Given.Values(7, float32, 8, 4);
        var target = Given.Values(8, float32, 8, 6);
        using (var adapters = AdapterSet.Attach(model))
        {
            Given.FillAdapters(adapters);
            using var optimizer = adapters.AdamW(learningRate: 0.02);
            var losses = new List<double>();
            for (var step = 0; step < 60; step++)
            {
                using var inner = NewDisposeScope();
                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(model.forward(x), target);
                loss.backward();
                optimizer.step();
                losses.Add(loss.item<float>());
            }

            Assert.True(losses[^1] < 0.7 * losses[0], $"from {losses[0]} to {losses[^1]}");
            Assert.All(
                model.named_parameters().Where(entry => !BaseModel.IsAdapterKey(entry.name)),
                entry => Assert.Null(entry.parameter.grad));
            original.IsWithin(model);
        }

        original.Is(model);
    }

    [Fact]
    public void Training_B_alone_lowers_the_loss_and_leaves_A_and_the_base_alone()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new FrozenModel());
        var original = BaseModel.Of(model);
        var x = Given.Values(7, float32, 8, 6);
        var target = Given.Values(8, float32, 8, 5);
        using (var adapters = AdapterSet.Attach(model))
        {
            Assert.Equal(2, adapters.Parameters.Count);
            Assert.Equal(FrozenModel.AdapterReport.TrainableParameters, adapters.Report.TrainableParameters);
            var a = Numbers.Of(model.Adapters!.fc1.lora_A.weight);
            using var optimizer = adapters.AdamW(learningRate: 0.01);
            var losses = new List<double>();
            for (var step = 0; step < 20; step++)
            {
                using var inner = NewDisposeScope();
                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(model.forward(x), target);
                loss.backward();
                adapters.Step(optimizer);
                losses.Add(loss.item<float>());
            }

            Assert.True(losses[^1] < 0.8 * losses[0], $"from {losses[0]} to {losses[^1]}");
            Assert.Equal(a, Numbers.Of(model.Adapters.fc1.lora_A.weight));
            original.IsWithin(model);
        }

        original.Is(model);
    }

    [Fact]
    public void Every_adapter_of_every_kind_learns()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new MixedKindsModel());
        using var adapters = AdapterSet.Attach(model);
        Given.FillAdapters(adapters);
        var before = adapters.Parameters.Select(Numbers.Of).ToArray();
        using var optimizer = adapters.AdamW(learningRate: 0.01);
        model.forward(Given.Ids(7, 11, 4, 5)).pow(2).mean().backward();
        optimizer.step();
        Assert.All(adapters.Parameters.Zip(before), pair => Assert.NotEqual(0, Numbers.Distance(pair.Second, Numbers.Of(pair.First))));
    }

    [Fact]
    public void Training_merging_and_training_on_goes_on_where_it_stopped()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new BlockListModel());
        using var adapters = AdapterSet.Attach(model);
        Given.FillAdapters(adapters);
        using var optimizer = adapters.AdamW(learningRate: 0.01);
        var x = Given.Values(7, float32, 8, 4);
        Step();
        var before = model.forward(x);
        adapters.Merge();
        adapters.Unmerge();
        Numbers.Same(before, model.forward(x));
        Step();
        Assert.True(Numbers.Distance(before, model.forward(x)) > 1e-4);

        void Step()
        {
            optimizer.zero_grad();
            model.forward(x).pow(2).mean().backward();
            optimizer.step();
        }
    }
}
