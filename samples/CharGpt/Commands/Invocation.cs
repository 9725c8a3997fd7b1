using Declarative;

namespace CharGptSample.Commands;

/// <summary>Runs a command's work and turns its end, good or bad, into an exit code and a line.</summary>
public static class Invocation
{
    /// <summary>Runs <paramref name="work"/>; after a signal, <paramref name="onDisk"/> says what it left.</summary>
    public static int Run(Action<CancellationToken> work, Func<string> onDisk)
    {
        using var interruption = new Interruption();
        try
        {
            work(interruption.Token);
            return 0;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            Console.WriteLine($"Interrupted. {onDisk()}");
            return interruption.ExitCode;
        }
        catch (Exception fault) when (fault is SampleException or AdapterException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {fault.Message}");
            return 1;
        }
    }
}
