using CharGptSample.Training;

namespace CharGptSample.Reporting;

/// <summary>Training as lines of text, for logs and pipes.</summary>
public static class PlainTraining
{
    private const int Lines = 20;

    public static void Show(int steps, Action<Action<TrainingStep>> training)
    {
        var every = Math.Max(1, steps / Lines);
        training(step =>
        {
            if (step.Step == 1 || step.Step == steps || step.Step % every == 0)
                Console.WriteLine(
                    $"step {step.Step,5} of {steps}   loss {step.Loss:0.000}   {step.TokensPerSecond,7:N0} tokens/s   " +
                    $"{TrainingDisplay.Clock(step.Remaining)} left");
        });
    }
}
