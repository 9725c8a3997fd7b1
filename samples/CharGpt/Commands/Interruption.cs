using System.Runtime.InteropServices;

namespace CharGptSample.Commands;

/// <summary>
/// Turns the first Ctrl-C or termination signal into a cancellation, so that the program stops where its files are
/// whole. A second one ends the process at once, which is safe too: files are only ever replaced whole.
/// </summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    public Interruption()
    {
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, 130)));
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, 143)));
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>The exit code that says which signal it was: 128 and its number.</summary>
    public int ExitCode { get; private set; }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private void Stop(PosixSignalContext context, int exitCode)
    {
        if (source.IsCancellationRequested)
            return;
        context.Cancel = true;
        ExitCode = exitCode;
        source.Cancel();
    }
}
