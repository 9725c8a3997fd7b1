using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests;

/// <summary>Delta-LoRA through generated code.</summary>
public sealed class DeltaLoraTests
{
    [Fact]
    public void Training_lowers_the_loss_changes_the_base_by_the_factors_change_only_and_gives_it_back()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new DeltaModel());
        using var folder = new TemporaryFolder();
        var original = BaseModel.Of(model);
        var (x, target) = (Given.Values(7, float32, 16, 6), Given.Values(8, float32, 16, 6));
        Tensor trained;
        using (var adapters = AdapterSet.Attach(model))
        {
            using var optimizer = adapters.AdamW(learningRate: 0.02);
            var before = model.state_dict()["up.weight"].clone();
            var start = model.Adapters!.up.Delta();
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

            Assert.True(losses[^1] < 0.7 * losses[0], $"from {losses[0]} to {losses[^1]}");
            Numbers.Near(before + (0.5 * (model.Adapters.up.Delta() - start)), model.state_dict()["up.weight"], 1e-5);
            trained = model.forward(x);
            adapters.SavePretrained(folder.Path);
        }

        original.Is(model);
        using (var again = AdapterSet.LoadPretrained(model, folder.Path))
            Numbers.Near(trained, model.forward(x), 1e-6);
        original.Is(model);
    }
}
