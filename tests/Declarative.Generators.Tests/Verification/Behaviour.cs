using static TorchSharp.torch;

namespace Declarative.Generators.Tests.Verification;

/// <summary>Proves by numbers that every call of a model reaches its adapters.</summary>
internal static class Behaviour
{
    private const double Tolerance = 1e-10;

    /// <summary>
    /// Attaches, and for every adapter alone: the output differs from the base, so that its call is intercepted; it equals
    /// the output with the update merged into the weight, so that no call of the layer goes around it.
    /// </summary>
    /// <returns>The paths of the adapted layers.</returns>
    public static IReadOnlyList<string> Prove(nn.Module<Tensor, Tensor> model, Tensor input)
    {
        model.eval();
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var before = model.forward(input);
        using (var set = AdapterSet.Attach(model))
        {
            Assert.NotEmpty(set.Adapters);
            foreach (var adapter in set.Adapters)
                ProveOne(model, input, before, set, adapter);
            using (set.Disable())
                Assert.True(model.forward(input).equal(before).all().item<bool>(), "disabled adapters change the output");
            var paths = set.Adapters.Select(static a => a.LayerPath).ToList();
            set.Dispose();
            Assert.True(model.forward(input).equal(before).all().item<bool>(), "the base is not given back");
            return paths;
        }
    }

    private static void ProveOne(nn.Module<Tensor, Tensor> model, Tensor input, Tensor before, AdapterSet set, Adapter adapter)
    {
        foreach (var other in set.Adapters)
        {
            foreach (var parameter in other.parameters())
            {
                if (ReferenceEquals(other, adapter))
                    parameter.normal_();
                else
                    parameter.zero_();
            }
        }
        var adapted = model.forward(input);
        Assert.True(Distance(adapted, before) > 0, $"the adapter of {adapter.LayerPath} is not reached");
        set.Merge();
        var merged = model.forward(input);
        set.Unmerge();
        Assert.True(
            Distance(adapted, merged) < Tolerance * (1 + merged.abs().max().item<double>()),
            $"a call of {adapter.LayerPath} goes around its adapter: off by {Distance(adapted, merged)}");
    }

    private static double Distance(Tensor left, Tensor right) => (left - right).abs().max().item<double>();
}
