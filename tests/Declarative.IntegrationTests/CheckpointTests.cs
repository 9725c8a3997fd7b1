using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests;

/// <summary>Adapters saved from one model and loaded into a fresh one.</summary>
public sealed class CheckpointTests
{
    [Fact]
    public void Of_linear_layers_in_blocks() => RoundTrip(() => new BlockListModel(), Given.Values(7, float32, 2, 4));

    [Fact]
    public void Of_every_kind() => RoundTrip(() => new MixedKindsModel(), Given.Ids(7, 11, 2, 5));

    [Fact]
    public void Of_layers_in_nested_sequentials() => RoundTrip(() => new NestedSequentialModel(), Given.Values(7, float32, 2, 5));

    [Fact]
    public void Of_layers_with_given_names() => RoundTrip(() => new RegisteredNamesModel(), Given.Values(7, float32, 2, 5));

    [Fact]
    public void Of_several_attributes() => RoundTrip(() => new TwoAdaptersModel(), Given.Values(7, float32, 2, 5));

    [Fact]
    public void Of_trained_biases() => RoundTrip(() => new BiasAllModel(), Given.Values(7, float32, 2, 6));

    [Fact]
    public void Of_a_pissa_start() => RoundTrip(() => new PissaModel(), Given.Values(7, float32, 2, 6));

    [Fact]
    public void A_merged_set_saves_what_it_would_save_unmerged()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var model = Given.Filled(new BlockListModel());
        using var adapters = AdapterSet.Attach(model);
        Given.FillAdapters(adapters);
        var (first, second) = (Path.Combine(folder.Path, "unmerged"), Path.Combine(folder.Path, "merged"));
        adapters.SavePretrained(first);
        adapters.Merge();
        adapters.SavePretrained(second);
        const string File = "adapter_model.safetensors";
        Assert.Equal(System.IO.File.ReadAllBytes(Path.Combine(first, File)), System.IO.File.ReadAllBytes(Path.Combine(second, File)));
    }

    [Fact]
    public void A_folder_of_another_model_is_refused_and_nothing_changes()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using (var other = new SpellingsModel())
        using (var saved = AdapterSet.Attach(other))
            saved.SavePretrained(folder.Path);

        using var model = Given.Filled(new BlockListModel());
        var original = BaseModel.Of(model);
        var error = Assert.ThrowsAny<Exception>(() => AdapterSet.LoadPretrained(model, folder.Path));
        Assert.Contains("q_proj", error.Message, StringComparison.Ordinal);
        original.Is(model);
    }

    private static void RoundTrip<TModel>(Func<TModel> create, Tensor input)
        where TModel : Module<Tensor, Tensor>
    {
        using var scope = NewDisposeScope();
        using var x = input;
        using var folder = new TemporaryFolder();
        using var first = Given.Filled(create());
        using var adapters = AdapterSet.Attach(first);
        Given.FillAdapters(adapters);
        var expected = first.forward(x);
        adapters.SavePretrained(folder.Path);

        using var second = Given.Filled(create());
        var baseOutput = second.forward(x);
        using (var loaded = AdapterSet.LoadPretrained(second, folder.Path))
        {
            Assert.True(Numbers.Distance(baseOutput, expected) > 1e-3);
            Numbers.Same(expected, second.forward(x), "output of the loaded model");
        }

        Numbers.Same(baseOutput, second.forward(x), "output after the set is gone");
    }
}
