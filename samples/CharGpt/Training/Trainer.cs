using System.Diagnostics;
using CharGptSample.Model;
using Declarative;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CharGptSample.Training;

/// <summary>Trains a model on one stream of tokens: all of it, or the adapters alone.</summary>
/// <param name="model">The model.</param>
/// <param name="parameters">What is trained.</param>
/// <param name="optimizer">An optimizer of that.</param>
/// <param name="plan">How.</param>
/// <param name="adapters">The adapters that take part in each step; null where the model itself is trained.</param>
public sealed class Trainer(
    CharGpt model, IReadOnlyList<Parameter> parameters, optim.Optimizer optimizer, TrainingPlan plan, AdapterSet? adapters = null)
{
    /// <summary>Takes the steps after <paramref name="done"/>, one each time the caller asks for the next.</summary>
    public IEnumerable<TrainingStep> Run(byte[] tokens, Device device, int done = 0)
    {
        model.train();
        var random = new Random(plan.Seed + done);
        var secondsPerStep = 0.0;
        for (var step = done; step < plan.Steps; step++)
        {
            var clock = Stopwatch.StartNew();
            var loss = Step(TokenWindows.Random(tokens, plan.Batch, model.Config.Context, random, device), step);
            var seconds = clock.Elapsed.TotalSeconds;
            // The first step is slower than any other, and says nothing of the rest.
            secondsPerStep = step - done < 2 ? seconds : 0.9 * secondsPerStep + 0.1 * seconds;
            yield return new TrainingStep(step + 1, plan.Steps, loss, plan.Batch * model.Config.Context / secondsPerStep,
                TimeSpan.FromSeconds(secondsPerStep * (plan.Steps - step - 1)));
        }
        model.eval();
    }

    private double Step(TokenWindows batch, int step)
    {
        using var scope = NewDisposeScope();
        using var windows = batch;
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = plan.LearningRateAt(step) * group.InitialLearningRate / plan.LearningRate; // a method may have groups of its own

        optimizer.zero_grad();
        var loss = NextCharacterLoss.Of(model, batch);
        (adapters is null ? loss : loss + adapters.Penalty()).backward();
        nn.utils.clip_grad_norm_(parameters, TrainingPlan.GradientNorm);
        if (adapters is null)
            optimizer.step();
        else
            adapters.Step(optimizer);
        return loss.item<float>();
    }
}
