using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests;

/// <summary>VeRA through generated code.</summary>
public sealed class VeraTests
{
    [Fact]
    public void Twenty_steps_lower_the_loss_and_leave_the_base_alone()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new VeraModel());
        var original = BaseModel.Of(model);
        var x = Given.Values(7, float32, 8, 4);
        var target = Given.Values(8, float32, 8, 3);
        using (var adapters = AdapterSet.Attach(model))
        {
            Assert.Equal(5, adapters.Adapters.Count);
            using var optimizer = adapters.AdamW(learningRate: 0.05);
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
            original.IsWithin(model);

            var output = model.forward(x);
            adapters.Merge();
            Numbers.Near(output, model.forward(x), 1e-5, "output of the merged model");
            adapters.Unmerge();
            Numbers.Same(output, model.forward(x), "output after unmerging");
        }
        original.Is(model);
    }

    [Fact]
    public void Every_call_has_the_update_of_the_shared_matrices()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new VeraModel()).to(float64);
        using var bare = Given.Filled(new VeraModel()).to(float64);
        using var adapters = AdapterSet.Attach(model);
        Given.FillAdapters(adapters);
        var x = Given.Values(7, 3, 4);
        var (a, b) = (VeraModel.AdaptersOf(model.blocks[0])!.down.SharedA(), VeraModel.AdaptersOf(model.blocks[0])!.up.SharedB());
        Assert.Equal([8L, 12L], a.shape);
        Assert.Equal([12L, 8L], b.shape);
        using (no_grad())
        {
            var state = bare.state_dict();
            foreach (var adapter in adapters.Adapters.Cast<VeRAAdapter>())
            {
                var weight = state[$"{adapter.LayerPath}.weight"];
                var (rows, columns) = (b.slice(0, 0, weight.shape[0], 1), a.slice(1, 0, weight.shape[1], 1));
                weight.add_((adapter.vera_lambda_b.unsqueeze(1) * rows * adapter.vera_lambda_d).matmul(columns));
            }
        }
        Numbers.Near(bare.forward(x), model.forward(x), 1e-11, "output");
    }

    [Fact]
    public void The_report_at_compile_time_has_the_numbers_of_the_run()
    {
        using var model = new VeraModel();
        using var adapters = AdapterSet.Attach(model);
        Assert.Equal(VeraModel.AdapterReport.TrainableParameters.Value, adapters.Report.TrainableParameters.Value);
        Assert.Null(VeraModel.AdapterReport.SharedFrozen);
        Assert.Equal((8 * 12) + (12 * 8), adapters.Report.SharedFrozen?.Value);
    }
}
