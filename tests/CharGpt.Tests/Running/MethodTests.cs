using CharGptSample.Demo;
using CharGptSample.Model;
using CharGptSample.Training;
using Declarative;
using static TorchSharp.torch;

namespace CharGptSample.Tests.Running;

public sealed class MethodTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string> Options => new(DemoMethod.All.Select(static m => m.Option));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_method_trains_and_keeps_what_the_demo_promises(string option)
    {
        var method = DemoMethod.Of(option);
        var config = new CharGptConfig();
        using var model = Load(config);
        using var probe = arange(1, config.Context + 1, dtype: ScalarType.Int64).remainder(90).view(1, -1);
        var baseLogits = Proofs.Logits(model, probe);

        using var adapters = AdapterSet.Attach(model, method.AdapterName);
        if (!method.KeepsBase)
            baseLogits = Proofs.Disabled(model, adapters, probe);
        using var optimizer = adapters.AdamW(method.LearningRate);
        var plan = new TrainingPlan(6, Batch: 2, method.LearningRate, Warmup: 1, Seed: 1);
        var tokens = Enumerable.Range(0, 2000).Select(static i => (byte)(i % 50)).ToArray();
        var losses = new Trainer(model, adapters.Parameters, optimizer, plan, adapters).Run(tokens, CPU).Select(static s => s.Loss).ToList();
        Assert.True(losses[^1] < losses[0], $"from {losses[0]} to {losses[^1]}");

        adapters.SavePretrained(folder);
        using var reloaded = Load(config);
        AdapterSet.LoadPretrained(reloaded, folder, method.AdapterName);
        var proofs = Proofs.Of(model, adapters, probe, baseLogits, reloaded, method.MostReloaded);
        Assert.True(proofs.Hold, proofs.ToString());
    }

    private static CharGpt Load(CharGptConfig config)
    {
        var model = new CharGpt(config);
        BaseCheckpoint.Load(model, BaseCheckpoint.Committed);
        model.eval();
        return model;
    }
}
