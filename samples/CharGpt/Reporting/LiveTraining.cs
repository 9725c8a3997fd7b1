using CharGptSample.Training;
using Spectre.Console;

namespace CharGptSample.Reporting;

/// <summary>Training as a display that is drawn anew in place: how far, how fast, and the loss as a line of bars.</summary>
public static class LiveTraining
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(150);

    public static void Show(int steps, Action<Action<TrainingStep>> training)
    {
        var losses = new List<double>();
        var drawn = DateTime.MinValue;
        AnsiConsole.Live(new Text("starting")).Start(context => training(step =>
        {
            losses.Add(step.Loss);
            if (DateTime.UtcNow - drawn < Between && step.Step != steps)
                return;
            drawn = DateTime.UtcNow;
            context.UpdateTarget(Draw(step, losses));
        }));
    }

    private static Rows Draw(TrainingStep step, List<double> losses)
    {
        var width = Math.Clamp(AnsiConsole.Profile.Width - 22, 10, 80);
        var smooth = losses.TakeLast(20).Average();
        return new Rows(
            Line("progress", $"[green]{Bar((double)step.Step / step.Steps, width)}[/] {step.Step}/{step.Steps}"),
            Line("loss", $"[yellow]{Sparkline(losses, width)}[/] {smooth:0.000}"),
            Line("speed", $"{step.TokensPerSecond:N0} tokens/s   [bold]{TrainingDisplay.Clock(step.Remaining)}[/] left"));
    }

    private static Markup Line(string name, string markup) => new Markup($"[grey]{name,-9}[/]{markup}");

    private static string Bar(double share, int width)
    {
        var filled = (int)Math.Round(share * width);
        return new string('█', filled) + "[grey]" + new string('─', width - filled) + "[/]";
    }

    /// <summary>The means of <paramref name="width"/> equal stretches, or the losses themselves while they are fewer.</summary>
    private static string Sparkline(List<double> losses, int width)
    {
        var bins = Math.Min(width, losses.Count);
        var means = Enumerable.Range(0, bins)
            .Select(bin => losses[(bin * losses.Count / bins)..((bin + 1) * losses.Count / bins)].Average()).ToList();
        var (lowest, highest) = (means.Min(), means.Max());
        return string.Concat(means.Select(mean =>
            Bars[(int)Math.Round((mean - lowest) / Math.Max(highest - lowest, 1e-9) * (Bars.Length - 1))]));
    }
}
