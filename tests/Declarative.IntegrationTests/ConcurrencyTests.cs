using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests;

/// <summary>Several models, several threads, one process.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Models_attached_and_run_at_the_same_time_do_not_disturb_each_other()
    {
        const int Models = 4;
        using var start = new Barrier(Models);
        await Task.WhenAll(Enumerable.Range(0, Models).Select(index => Task.Factory.StartNew(
            () => Run(index, start), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    [Fact]
    public async Task One_attached_model_can_be_run_by_several_threads()
    {
        using var model = Given.Filled(new BlockListModel());
        using var adapters = AdapterSet.Attach(model);
        Given.FillAdapters(adapters);
        var expected = Output(model);
        var outputs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 50).Select(_ => Output(model)).ToArray())));
        Assert.All(outputs.SelectMany(each => each), output => Assert.Equal(expected, output));
    }

    private static void Run(int index, Barrier start)
    {
        using var model = Given.Filled(new BlockListModel(), seed: 10 * index);
        var baseOutput = Output(model);
        start.SignalAndWait();
        for (var round = 0; round < 5; round++)
        {
            using var adapters = AdapterSet.Attach(model);
            Assert.Equal(baseOutput, Output(model));
            Given.FillAdapters(adapters, 100 * index + round);
            var adapted = Output(model);
            Assert.NotEqual(baseOutput, adapted);
            adapters.Merge();
            Assert.True(Numbers.Distance(adapted, Output(model)) < 1e-4);
            adapters.Unmerge();
            Assert.Equal(adapted, Output(model));
        }

        Assert.Equal(baseOutput, Output(model));
    }

    private static double[] Output(BlockListModel model)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return Numbers.Of(model.forward(Given.Values(7, float32, 3, 4)));
    }
}
