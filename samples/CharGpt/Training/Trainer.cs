using System.Diagnostics;
using CharGptSample.Model;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CharGptSample.Training;

/// <summary>Trains a model on one stream of tokens; it does not know which of the parameters it is given are adapters.</summary>
public sealed class Trainer(CharGpt model, IReadOnlyList<Parameter> parameters, optim.Optimizer optimizer, TrainingPlan plan)
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
            group.LearningRate = plan.LearningRateAt(step);

        optimizer.zero_grad();
        var loss = NextCharacterLoss.Of(model, batch);
        loss.backward();
        nn.utils.clip_grad_norm_(parameters, TrainingPlan.GradientNorm);
        optimizer.step();
        return loss.item<float>();
    }
}
