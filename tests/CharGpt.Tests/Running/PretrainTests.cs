using CharGptSample.Model;

namespace CharGptSample.Tests.Running;

public sealed class PretrainTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Pretraining_that_was_interrupted_goes_on_where_it_stopped()
    {
        var finished = Path.Combine(folder, "base.safetensors");
        var unfinished = Path.Combine(folder, "base.unfinished.safetensors");
        using (var sample = Sample.Start("pretrain", "--steps", "100000", "--out", finished))
        {
            sample.WaitFor("step     1 of");
            sample.Interrupt();
            Assert.Equal(130, sample.WaitForExit());
            Assert.Contains("go on with --resume", sample.Output);
        }
        using var model = new CharGpt(new CharGptConfig());
        var done = BaseCheckpoint.Load(model, unfinished);

        var (exitCode, output) = Sample.Run("pretrain", "--steps", $"{done + 2}", "--resume", "--out", finished);

        Assert.True(exitCode == 0, output);
        Assert.Equal(done + 2, BaseCheckpoint.Load(model, finished));
        Assert.False(File.Exists(unfinished));
        Assert.DoesNotContain("step     1 of", output);
    }
}
