using System.Globalization;

namespace Declarative.Benchmarks;

/// <summary>One line of a result table: a figure, the bound that was promised for it, and whether it holds.</summary>
internal sealed record Target(string What, string Measured, string Bound, bool? Holds)
{
    internal static Target Ratio(string what, Paired.Outcome outcome, double? bound) => new(
        what,
        string.Create(CultureInfo.InvariantCulture,
            $"{outcome.Ratio.Median:0.000} ({outcome.Ratio.Low:0.000}–{outcome.Ratio.High:0.000}), {outcome.Subject.Median:0} / {outcome.Peer.Median:0} µs"),
        bound is { } most ? string.Create(CultureInfo.InvariantCulture, $"≤ {most:0.00}") : "",
        bound is { } limit ? outcome.Ratio.Median <= limit : null);

    internal static void Print(string title, IEnumerable<Target> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"### {title}");
        Console.WriteLine();
        Console.WriteLine("| what | measured | promised | holds |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var row in rows)
            Console.WriteLine($"| {row.What} | {row.Measured} | {row.Bound} | {(row.Holds is { } holds ? holds ? "yes" : "NO" : "")} |");
    }
}
