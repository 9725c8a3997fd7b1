using static TorchSharp.torch;

namespace Declarative.IntegrationTests.Support;

/// <summary>Proves that a method trains through generated code, and leaves the base as it was.</summary>
internal static class TrainingProof
{
    /// <summary>Twenty steps: the model starts as it was, the loss falls, merging changes nothing, the report is the run's.</summary>
    public static void Holds(nn.Module<Tensor, Tensor> bare, Tensor x, Tensor target, string method, params string[] layers)
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(bare);
        var original = BaseModel.Of(model);
        var before = model.forward(x);
        using (var adapters = AdapterSet.Attach(model))
        {
            Assert.Equal(layers, adapters.Adapters.Select(static a => a.LayerPath));
            Assert.All(adapters.Adapters, a => Assert.Equal(method, a.Method));
            Numbers.Same(before, model.forward(x), "output at the start");

            var report = (AdapterReport)model.GetType().GetProperty("AdapterReport")!.GetValue(null)!;
            Assert.Equal(adapters.Report.TrainableParameters.Value, report.TrainableParameters.Value);

            using var optimizer = adapters.AdamW(learningRate: 0.02);
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
            Assert.True(losses[^1] < 0.9 * losses[0], $"from {losses[0]} to {losses[^1]}");
            original.IsWithin(model);

            var trained = model.forward(x);
            adapters.Merge();
            Numbers.Near(trained, model.forward(x), 1e-5, "output of the merged model");
            adapters.Unmerge();
            original.IsWithin(model);
        }
        original.Is(model);
        Numbers.Same(before, model.forward(x), "output after the set is gone");
    }
}
