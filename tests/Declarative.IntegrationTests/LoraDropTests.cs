using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests;

/// <summary>LoRA-drop through generated code.</summary>
public sealed class LoraDropTests
{
    [Theory]
    [InlineData(DroppedLayers.Share)]
    [InlineData(DroppedLayers.Detach)]
    public void Training_goes_on_with_fewer_parameters_and_the_base_comes_back(DroppedLayers dropped)
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new BlockListModel());
        var original = BaseModel.Of(model);
        var (x, target) = (Given.Values(7, float32, 8, 4), Given.Values(8, float32, 8, 6));
        using (var adapters = AdapterSet.Attach(model))
        {
            Given.FillAdapters(adapters);
            Train(20);
            var before = adapters.Parameters.Sum(p => p.numel());
            var result = LoraDrop.Select(adapters, [x], b => model.forward(b), keepCount: 1, dropped: dropped);
            Assert.Equal(1, result.Count(r => r.IsKept));
            Assert.True(result.Count > 2);
            Assert.True(adapters.Parameters.Sum(p => p.numel()) < before);
            Assert.Equal(dropped == DroppedLayers.Detach ? 1 : result.Count, adapters.Adapters.Count);
            var losses = Train(20);
            Assert.True(losses[^1] < losses[0], $"from {losses[0]} to {losses[^1]}");
            original.IsWithin(model);

            List<double> Train(int steps)
            {
                using var optimizer = adapters.AdamW(learningRate: 0.02);
                var values = new List<double>();
                for (var step = 0; step < steps; step++)
                {
                    using var inner = NewDisposeScope();
                    optimizer.zero_grad();
                    var loss = nn.functional.mse_loss(model.forward(x), target);
                    loss.backward();
                    adapters.Step(optimizer);
                    values.Add(loss.item<float>());
                }
                return values;
            }
        }

        original.Is(model);
    }
}
