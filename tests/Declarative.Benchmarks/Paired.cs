using System.Diagnostics;

namespace Declarative.Benchmarks;

/// <summary>
/// Times two actions in turn (A B A B …), so that a machine whose speed drifts slows both alike, and reports the ratio
/// of each neighbouring pair.
/// </summary>
internal static class Paired
{
    /// <summary>Median, first and third quartile of a sample.</summary>
    internal readonly record struct Spread(double Median, double Low, double High)
    {
        internal static Spread Of(IEnumerable<double> sample)
        {
            var sorted = sample.Order().ToArray();
            return new(At(sorted, 0.5), At(sorted, 0.25), At(sorted, 0.75));
        }

        private static double At(double[] sorted, double quantile)
        {
            var position = quantile * (sorted.Length - 1);
            var below = (int)position;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
        }
    }

    /// <summary>A ratio subject/peer and the two times behind it, in microseconds a call.</summary>
    internal readonly record struct Outcome(Spread Ratio, Spread Subject, Spread Peer);

    internal static Outcome Measure(Action subject, Action peer, int pairs, TimeSpan perSample)
    {
        var calls = CallsWithin(peer, perSample);
        Run(subject, calls);
        var (subjectTimes, peerTimes) = (new double[pairs], new double[pairs]);
        for (var i = 0; i < pairs; i++)
        {
            // Which goes first alternates too: whatever the first of a pair pays for, both pay for equally often.
            if (i % 2 == 0)
                subjectTimes[i] = Run(subject, calls);
            peerTimes[i] = Run(peer, calls);
            if (i % 2 == 1)
                subjectTimes[i] = Run(subject, calls);
        }

        return new(
            Spread.Of(subjectTimes.Zip(peerTimes, (a, b) => a / b)),
            Spread.Of(subjectTimes),
            Spread.Of(peerTimes));
    }

    private static int CallsWithin(Action action, TimeSpan perSample)
    {
        Run(action, 2);
        var microseconds = Run(action, 3);
        return Math.Max(1, (int)(perSample.TotalMicroseconds / microseconds));
    }

    private static double Run(Action action, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            action();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
    }
}
