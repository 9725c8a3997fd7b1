using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class RandomTests
{
    [Fact]
    public void A_generator_repeats_itself_from_its_seed_and_state()
    {
        using var generator = new Generator(7);
        using var first = rand(5, generator: generator);
        using var state = generator.get_state();
        using var second = rand(5, generator: generator);
        generator.set_state(state);
        Assert.True(second.Equals(rand(5, generator: generator)));
        generator.manual_seed(7);
        Assert.Equal(7, generator.initial_seed());
        Assert.True(first.Equals(rand(5, generator: generator)));
        Assert.False(first.Equals(second));
    }

    [Fact]
    public void Distributions_have_their_moments()
    {
        using var generator = new Generator(1);
        using var normal = empty(20000).normal_(2, 3, generator);
        Assert.Equal(2, normal.mean().item<float>(), 0.1);
        Assert.Equal(3, normal.std().item<float>(), 0.1);
        using var uniform = empty(20000).uniform_(-1, 3, generator);
        Assert.Equal(1, uniform.mean().item<float>(), 0.1);
        Assert.True(uniform.min().item<float>() >= -1 && uniform.max().item<float>() < 3);
        using var coins = zeros(20000).bernoulli_(0.25, generator);
        Assert.Equal(0.25f, coins.mean().item<float>(), 0.02);
        using var dice = randint(1, 7, [20000], generator: generator);
        Assert.Equal([1L, 6L], [dice.min().item<long>(), dice.max().item<long>()]);
    }

    [Fact]
    public void A_permutation_has_every_number_once()
    {
        using var generator = new Generator(3);
        using var permutation = randperm(100, generator: generator);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), permutation.data<long>().ToArray().Order());
    }

    [Fact]
    public void Draws_follow_their_weights()
    {
        using var generator = new Generator(5);
        using var weights = tensor(new float[] { 0, 1, 0 });
        Assert.Equal([1L, 1L, 1L], weights.multinomial(3, replacement: true, generator).data<long>().ToArray());
    }
}
