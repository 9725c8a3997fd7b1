using CharGptSample.Data;
using CharGptSample.Model;
using CharGptSample.Training;
using TorchSharp;

namespace CharGptSample.Tests.Model;

public sealed class BaseCheckpointTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_committed_checkpoint_is_at_most_four_megabytes()
    {
        Assert.InRange(new FileInfo(BaseCheckpoint.Committed).Length, 3_000_000, 4_000_000);
    }

    [Fact]
    public void The_committed_checkpoint_knows_English()
    {
        using var model = new CharGpt(new CharGptConfig());
        BaseCheckpoint.Load(model, BaseCheckpoint.Committed);
        var english = Vocabulary.Encode(
            "Gets or sets a value that indicates whether the specified object is equal to the current object. " +
            "Initializes a new instance of the class with the specified name and value.");

        Assert.InRange(NextCharacterLoss.Mean(model, english, torch.CPU, CancellationToken.None), 0, 1.2);
    }

    [Fact]
    public void A_model_comes_back_as_it_was_saved()
    {
        using var saved = new CharGpt(new CharGptConfig(Layers: 1));
        var path = Path.Combine(folder, "model.safetensors");
        BaseCheckpoint.Save(saved, path, step: 17);
        using var loaded = new CharGpt(new CharGptConfig(Layers: 1));

        Assert.Equal(17, BaseCheckpoint.Load(loaded, path));
        Assert.All(saved.state_dict(), weight => Assert.True(weight.Value.Equals(loaded.state_dict()[weight.Key])));
    }

    [Fact]
    public void A_checkpoint_of_another_model_is_refused_with_every_difference()
    {
        using var saved = new CharGpt(new CharGptConfig(Layers: 1, Inner: 8));
        var path = Path.Combine(folder, "other.safetensors");
        BaseCheckpoint.Save(saved, path, step: 0);
        using var model = new CharGpt(new CharGptConfig(Layers: 2));

        var message = Assert.Throws<SampleException>(() => BaseCheckpoint.Load(model, path)).Message;

        Assert.Contains("blocks.0.mlp.up_proj.weight: [448, 128] in the model, [8, 128] in the file", message);
        Assert.Contains("blocks.1.attn.q_proj.weight: [128, 128] in the model, absent in the file", message);
    }

    [Fact]
    public void A_missing_checkpoint_says_how_to_make_one()
    {
        using var model = new CharGpt(new CharGptConfig(Layers: 1));

        Assert.Contains("./build.sh pretrain",
            Assert.Throws<SampleException>(() => BaseCheckpoint.Load(model, Path.Combine(folder, "none"))).Message);
    }
}
