using CharGptSample.Training;
using Spectre.Console;

namespace CharGptSample.Reporting;

/// <summary>Shows training as it happens: live on a terminal, as lines anywhere else.</summary>
public static class TrainingDisplay
{
    /// <summary>Runs <paramref name="training"/>, which calls what it is given after every step.</summary>
    public static void Show(int steps, Action<Action<TrainingStep>> training)
    {
        if (AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected)
            LiveTraining.Show(steps, training);
        else
            PlainTraining.Show(steps, training);
    }

    /// <summary><c>1:05</c>.</summary>
    public static string Clock(TimeSpan time) => $"{(int)time.TotalMinutes}:{time.Seconds:00}";
}
