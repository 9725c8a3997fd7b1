using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests;

/// <summary>AdaLoRA through generated code.</summary>
public sealed class AdaLoraTests
{
    [Fact]
    public void Training_lowers_the_loss_prunes_to_the_budget_and_leaves_the_base_alone()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new AdaptiveModel());
        using var folder = new TemporaryFolder();
        var original = BaseModel.Of(model);
        var (x, target) = (Given.Values(7, float32, 16, 6), Given.Values(8, float32, 16, 6));
        Tensor trained;
        using (var adapters = AdapterSet.Attach(model))
        {
            using var optimizer = adapters.AdamW(learningRate: 0.05);
            var losses = new List<double>();
            for (var step = 0; step < 20; step++)
            {
                using var inner = NewDisposeScope();
                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(model.forward(x), target);
                (loss + adapters.Penalty()).backward();
                adapters.Step(optimizer);
                losses.Add(loss.item<float>());
            }

            Assert.True(losses[^1] < 0.7 * losses[0], $"from {losses[0]} to {losses[^1]}");
            Assert.Equal(4, model.Adapters!.up.Rank + model.Adapters.down.Rank);
            Assert.Equal(model.Adapters.up.Rank, model.Adapters.up.lora_A.size(0));
            Assert.Equal(4 * 15, adapters.Report.TrainableParameters.Value);
            Assert.Equal([model.Adapters.up.Rank, model.Adapters.down.Rank], adapters.Report.Rows.Select(r => r.Rank));
            original.IsWithin(model);
            trained = model.forward(x);
            adapters.SavePretrained(folder.Path);
        }

        original.Is(model);
        using (var again = AdapterSet.LoadPretrained(model, folder.Path))
            Numbers.Same(trained, model.forward(x));
        original.Is(model);
    }
}
