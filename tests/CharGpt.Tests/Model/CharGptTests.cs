using CharGptSample.Data;
using CharGptSample.Model;
using static TorchSharp.torch;

namespace CharGptSample.Tests.Model;

public class CharGptTests
{
    private static readonly CharGptConfig Small = new(Context: 16, Hidden: 32, Inner: 48, Heads: 4, Layers: 2);

    [Fact]
    public void A_character_does_not_see_what_comes_after_it()
    {
        manual_seed(1);
        using var model = new CharGpt(Small);
        using var noGradients = no_grad();
        var tokens = Enumerable.Range(0, 16).Select(i => (long)(i * 5 % Vocabulary.Size)).ToArray();
        using var before = model.forward(tensor(tokens, [1, 16]));

        tokens[10] = 77;
        using var after = model.forward(tensor(tokens, [1, 16]));

        var changed = Enumerable.Range(0, 16).Select(time => !before[0, time].Equals(after[0, time])).ToArray();
        Assert.Equal(Enumerable.Range(0, 16).Select(time => time >= 10), changed);
    }

    [Fact]
    public void A_shorter_text_gives_the_same_logits_as_the_beginning_of_a_longer_one()
    {
        manual_seed(2);
        using var model = new CharGpt(Small);
        using var noGradients = no_grad();
        var tokens = Enumerable.Range(0, 16).Select(i => (long)(i * 7 % Vocabulary.Size)).ToArray();
        using var whole = model.forward(tensor(tokens, [1, 16]));
        using var part = model.forward(tensor(tokens[..9], [1, 9]));

        Assert.True(whole.slice(1, 0, 9, 1).allclose(part, rtol: 1e-4, atol: 1e-5));
    }

    [Fact]
    public void The_names_of_the_weights_are_those_of_the_checkpoint()
    {
        using var model = new CharGpt(Small);

        Assert.Contains("blocks.1.attn.q_proj.weight", model.state_dict().Keys);
        Assert.Contains("blocks.0.mlp.down_proj.weight", model.state_dict().Keys);
    }
}
