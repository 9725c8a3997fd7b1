using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests.Support;

/// <summary>
/// Proves, in float64, that every call on a target layer reaches its adapter. The reference is a second model without
/// adapters whose target weights are the effective ones: it computes what the adapted model must. Leaving the adapter
/// out of any single layer must give another answer, so a bypassed layer cannot pass.
/// </summary>
internal static class AdapterProof
{
    private const double Tolerance = 1e-11;
    private const double Visible = 1e-4;

    /// <summary>One layer that must be adapted, with the rank and scale it must have.</summary>
    public sealed record Layer(string Path, int Rank, double Scaling);

    /// <summary>Proves a model whose targets all have one rank and scale.</summary>
    public static void Holds<TModel>(
        Func<TModel> create, Func<TModel, Tensor> run, int rank, double scaling, params string[] layers)
        where TModel : nn.Module
        => Holds(create, run, [.. layers.Select(path => new Layer(path, rank, scaling))]);

    /// <summary>Proves a model.</summary>
    public static void Holds<TModel>(Func<TModel> create, Func<TModel, Tensor> run, params Layer[] layers)
        where TModel : nn.Module
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(Wide(create()));
        using var bare = Given.Filled(Wide(create()));
        var original = BaseModel.Of(model);
        var baseOutput = run(model);

        using (var adapters = AdapterSet.Attach(model))
        {
            Assert.Equal(
                layers.Select(layer => layer.Path).Order(StringComparer.Ordinal),
                adapters.Adapters.Select(adapter => adapter.LayerPath).Order(StringComparer.Ordinal));
            original.IsWithin(model);
            Numbers.Near(baseOutput, run(model), Tolerance, "output at the start");

            Given.FillAdapters(adapters);
            var output = run(model);
            Assert.True(Numbers.Distance(baseOutput, output) > Visible, "the adapters change nothing");
            IsWhatTheEffectiveWeightsGive(layers, adapters, bare, () => run(bare), output);

            using (adapters.Disable())
                Numbers.Same(baseOutput, run(model), "output of the disabled model");
            Numbers.Same(output, run(model), "output after the disabled model");

            adapters.Merge();
            Numbers.Near(output, run(model), Tolerance, "output of the merged model");
            adapters.Unmerge();
            original.IsWithin(model);
            Numbers.Same(output, run(model), "output after unmerging");
        }

        original.Is(model);
        Numbers.Same(baseOutput, run(model), "output after the set is gone");
    }

    private static void IsWhatTheEffectiveWeightsGive(
        Layer[] layers, AdapterSet adapters, nn.Module bare, Func<Tensor> runBare, Tensor output)
    {
        using var off = torch.no_grad();
        var state = bare.state_dict();
        var bases = new Dictionary<string, Tensor>();
        var effective = new Dictionary<string, Tensor>();
        foreach (var layer in layers)
        {
            var adapter = adapters.Adapters.Single(candidate => candidate.LayerPath == layer.Path);
            Assert.Equal(layer.Rank, adapter.Rank);
            var weight = state[layer.Path + ".weight"];
            bases[layer.Path] = weight.clone();
            effective[layer.Path] = EffectiveWeight.Of(weight, adapter, layer.Scaling);
        }

        foreach (var (path, weight) in effective)
            state[path + ".weight"].copy_(weight);
        Numbers.Near(runBare(), output, Tolerance, "output of the adapted model");

        foreach (var (path, weight) in bases)
        {
            state[path + ".weight"].copy_(weight);
            Assert.True(Numbers.Distance(runBare(), output) > Visible, $"without the adapter of {path} the answer is the same");
            state[path + ".weight"].copy_(effective[path]);
        }
    }

    private static TModel Wide<TModel>(TModel model)
        where TModel : nn.Module
        => model.parameters().All(parameter => parameter.dtype == torch.float64) ? model : model.to(torch.float64);
}
