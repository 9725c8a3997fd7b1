using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Declarative.Analyzers.Tests.Corpus;

/// <summary>
/// What the analyzers find nothing wrong with also trains: one step on each model of the corpus reaches every adapter,
/// by every call, and leaves the model itself alone.
/// </summary>
public class CorpusTrainingTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Models => CorpusModel.Names;

    [Theory]
    [MemberData(nameof(Models))]
    public void One_step_trains_every_adapter_and_nothing_else(string name)
    {
        using var scope = NewDisposeScope();
        using var example = CorpusExample.Create(new CorpusModel(name));
        var original = example.Model.state_dict().ToDictionary(static e => e.Key, static e => e.Value.detach().clone());
        var baseLoss = example.Loss();

        using var adapters = AdapterSet.Attach(example.Model);
        example.Model.eval();
        Near(baseLoss, example.Loss(), "with adapters that have learnt nothing");

        var before = adapters.Adapters.ToDictionary(static a => a, static a => Values(a));
        using (var optimizer = adapters.AdamW(learningRate: 0.05))
        {
            example.Backward();
            optimizer.step();
        }

        Assert.All(adapters.Adapters, a => Assert.True(IsTrained(a, before[a]), $"The step did not reach the adapter of '{a.LayerPath}'."));
        var trained = example.Loss();
        Assert.True(Math.Abs(trained - baseLoss) > 100 * Tolerance, $"The step changed the loss from {baseLoss} to {trained} only.");
        IsUntouched(example.Model, original, adapters.Parameters);

        adapters.Merge();
        Near(trained, example.Loss(), "with the updates in the weights, where no call can miss them");
        adapters.Unmerge();
        using (adapters.Disable())
            Assert.Equal(baseLoss, example.Loss());
    }

    private static Dictionary<string, Tensor> Values(nn.Module adapter) =>
        adapter.named_parameters().ToDictionary(static p => p.name, static p => p.parameter.detach().clone());

    // At the start one factor is zero: the gradient is that factor's, and it moves.
    private static bool IsTrained(Adapter adapter, Dictionary<string, Tensor> before) =>
        adapter.named_parameters().Any(p => p.parameter.grad is { } gradient && gradient.count_nonzero().ToInt64() > 0 && !Same(p.parameter, before[p.name]));

    // Biases that an attribute asks for are trained along.
    private static void IsUntouched(nn.Module model, Dictionary<string, Tensor> original, IReadOnlyList<Parameter> trained)
    {
        var along = model.named_parameters().Where(p => trained.Contains(p.parameter)).Select(static p => p.name).ToHashSet();
        var present = model.state_dict();
        Assert.All(
            original.Where(e => !along.Contains(e.Key)),
            e => Assert.True(Same(present[e.Key], e.Value), $"The step changed '{e.Key}'."));
    }

    private static bool Same(Tensor left, Tensor right) => left.bytes.SequenceEqual(right.bytes);

    private static void Near(double expected, double actual, string when) => Assert.True(
        Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)),
        string.Create(CultureInfo.InvariantCulture, $"The loss is {actual} {when}; it was {expected}."));
}
