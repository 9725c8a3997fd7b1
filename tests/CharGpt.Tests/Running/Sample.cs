using System.Diagnostics;
using System.Text;

namespace CharGptSample.Tests.Running;

/// <summary>The sample as a process of its own, as a user starts it.</summary>
internal sealed class Sample : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly Lock writing = new();

    private Sample(string[] arguments)
    {
        // A shell that starts its jobs in the background lets them ignore Ctrl-C; the sample is to hear it anyway.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", typeof(SampleException).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = new Process { StartInfo = start };
        process.OutputDataReceived += Write;
        process.ErrorDataReceived += Write;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it has written so far, to both streams.</summary>
    public string Output
    {
        get
        {
            lock (writing)
                return output.ToString();
        }
    }

    public static Sample Start(params string[] arguments) => new(arguments);

    /// <summary>Runs it to its end.</summary>
    public static (int ExitCode, string Output) Run(params string[] arguments)
    {
        using var sample = Start(arguments);
        return (sample.WaitForExit(), sample.Output);
    }

    /// <summary>Sends the signal of a Ctrl-C.</summary>
    public void Interrupt() => Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

    public void WaitFor(string text)
    {
        var clock = Stopwatch.StartNew();
        while (!Output.Contains(text))
        {
            Assert.True(clock.Elapsed < Patience && !process.HasExited, $"'{text}' never came:\n{Output}");
            Thread.Sleep(20);
        }
    }

    public int WaitForExit()
    {
        Assert.True(process.WaitForExit(Patience), $"It goes on and on:\n{Output}");
        process.WaitForExit();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private void Write(object sender, DataReceivedEventArgs line)
    {
        lock (writing)
            output.AppendLine(line.Data);
    }
}
