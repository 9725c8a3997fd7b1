using System.Text.Json;
using CharGptSample.Model;
using Declarative;

namespace CharGptSample.Tests.Running;

public sealed class DemoTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_demo_runs_from_end_to_end()
    {
        var (exitCode, output) = Sample.Run("demo", "--steps", "3", "--out", folder);

        Assert.True(exitCode == 0, output);
        Assert.Contains("step     3 of 3", output);
        Assert.Contains("q_proj", output);
        Assert.Contains("bit for bit", output);
        Assert.DoesNotContain("✗", output);
        Assert.Contains("</html>", File.ReadAllText(Path.Combine(folder, "index.html")));
        AssertLoadable();
    }

    [Fact]
    public void Another_method_runs_from_end_to_end()
    {
        var (exitCode, output) = Sample.Run("demo", "--method", "dora", "--steps", "2", "--out", folder);

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("✗", output);
        Assert.Contains("CharGpt.AdaptersOf(model.blocks[0].attn)!.q_proj!.Rank", output);
    }

    [Fact]
    public void Text_of_the_users_own_is_trained_on()
    {
        var text = Path.Combine(folder, "own.txt");
        File.WriteAllText(text, string.Concat(Enumerable.Range(0, 400).Select(i => $"{i} bottles of beer on the wall.\n")));

        var (exitCode, output) = Sample.Run("demo", "--steps", "2", "--out", folder, "--text", text, "--seed", "5", "--threads", "1");

        Assert.True(exitCode == 0, output);
        Assert.Contains("own.txt", output);
        AssertLoadable();
    }

    [Fact]
    public void Ctrl_C_in_the_middle_of_training_leaves_a_complete_adapter()
    {
        using var sample = Sample.Start("demo", "--steps", "100000", "--out", folder);
        sample.WaitFor("step     1 of");
        sample.Interrupt();

        Assert.Equal(130, sample.WaitForExit());
        Assert.Contains("complete, as of step", sample.Output);
        AssertLoadable();
        Assert.Equal(2, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Ctrl_C_before_training_leaves_what_was_there()
    {
        using var sample = Sample.Start("demo", "--out", folder);
        sample.WaitFor("parameters");
        sample.Interrupt();

        Assert.Equal(130, sample.WaitForExit());
        Assert.Contains("Nothing was written", sample.Output);
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("--steps is 0: it must be at least 1", "--steps", "0")]
    [InlineData("many", "--steps", "many")]
    [InlineData("absent.txt", "--text", "absent.txt")]
    [InlineData("--device is 'gpu'", "--device", "gpu")]
    [InlineData("--threads is 0", "--threads", "0")]
    [InlineData("--nonsense", "--nonsense")]
    [InlineData("'full'", "--method", "full")]
    public void A_wrong_option_is_refused_by_name(string expected, params string[] arguments)
    {
        var (exitCode, output) = Sample.Run(["demo", .. arguments]);

        Assert.Equal(1, exitCode);
        Assert.Contains(expected, output);
        Assert.DoesNotContain("   at ", output);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_without_a_stack_trace()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");

        var (exitCode, output) = Sample.Run("demo", "--steps", "1", "--out", file);

        Assert.Equal(1, exitCode);
        Assert.Contains("error: ", output);
        Assert.Contains(file, output);
        Assert.DoesNotContain("   at ", output);
    }

    private void AssertLoadable()
    {
        var adapter = Path.Combine(folder, "adapter");
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(adapter, "adapter_config.json")));
        Assert.Equal("LORA", config.RootElement.GetProperty("peft_type").GetString());

        using var model = new CharGpt(new CharGptConfig());
        BaseCheckpoint.Load(model, BaseCheckpoint.Committed);
        using var adapters = AdapterSet.LoadPretrained(model, adapter, "default");
        Assert.Equal(8, model.blocks[0].attn.Adapters!.q_proj.Rank);
    }
}
