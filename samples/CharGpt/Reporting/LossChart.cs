using CharGptSample.Demo;

namespace CharGptSample.Reporting;

/// <summary>The course of a training as an SVG: the loss of every step, its running mean, and the held-out loss.</summary>
public static class LossChart
{
    private const double Width = 760;
    private const double Height = 300;
    private const double Left = 44;
    private const double Right = 12;
    private const double Top = 14;
    private const double Bottom = 40;

    /// <summary>An <c>svg</c> element; its colours are the page's.</summary>
    public static string Draw(DemoResult result)
    {
        var losses = result.Steps.Select(step => step.Loss).ToList();
        var all = losses.Concat(result.HeldOut.Select(mark => mark.Loss)).ToList();
        var unit = all.Max() - Math.Min(0, all.Min()) > 2 ? 0.5 : 0.25;
        var lowest = Math.Floor(all.Min() / unit) * unit;
        var highest = Math.Max(Math.Ceiling(all.Max() / unit) * unit, lowest + unit);

        double X(double step) => Left + step / result.Plan.Steps * (Width - Left - Right);
        double Y(double loss) => Top + (highest - loss) / (highest - lowest) * (Height - Top - Bottom);
        string Path(IEnumerable<(double Step, double Loss)> points) =>
            string.Join(' ', points.Select((point, i) => $"{(i == 0 ? 'M' : 'L')}{X(point.Step):0.0} {Y(point.Loss):0.0}"));

        var marks = result.HeldOut.Select(mark => ((double)mark.Step, mark.Loss)).ToList();
        return $"""
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-label="Training and held-out loss by step">
            {Lines(Grid(lowest, highest, unit).Select(loss =>
                $"""<line class="grid" x1="{Left}" x2="{Width - Right}" y1="{Y(loss):0.0}" y2="{Y(loss):0.0}"/><text x="{Left - 8}" y="{Y(loss) + 4:0.0}" text-anchor="end">{loss:0.0#}</text>"""))}
            {Lines(StepMarks(result.Plan.Steps).Select(step =>
                $"""<text x="{X(step):0.0}" y="{Height - 22}" text-anchor="middle">{step:N0}</text>"""))}
            <text x="{Width - Right}" y="{Height - 5}" text-anchor="end">steps</text>
            <path class="raw" d="{Path(losses.Select((loss, i) => (i + 1.0, loss)))}"/>
            <path class="mean" d="{Path(RunningMean(losses))}"/>
            <path class="held" d="{Path(marks)}"/>
            {Lines(marks.Select(mark => $"""<circle class="mark" cx="{X(mark.Item1):0.0}" cy="{Y(mark.Loss):0.0}" r="4"><title>held out, after {mark.Item1:N0} steps: {mark.Loss:0.000}</title></circle>"""))}
            </svg>
            """;
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static IEnumerable<double> Grid(double lowest, double highest, double unit)
    {
        for (var loss = lowest; loss <= highest + unit / 2; loss += unit)
            yield return loss;
    }

    /// <summary>Zero, the end, and round numbers between.</summary>
    private static IEnumerable<int> StepMarks(int steps)
    {
        var every = Math.Max(1, steps / 4);
        for (var step = 0; step <= steps; step += every)
            yield return step;
    }

    private static IEnumerable<(double Step, double Loss)> RunningMean(List<double> losses)
    {
        var window = Math.Min(15, losses.Count / 25);
        for (var i = 0; i < losses.Count; i++)
        {
            var (from, to) = (Math.Max(0, i - window), Math.Min(losses.Count, i + window + 1));
            yield return (i + 1, losses[from..to].Average());
        }
    }
}
