using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests;

/// <summary>What holds for a whole set, on generated adapters.</summary>
public sealed class AdapterSetTests
{
    [Fact]
    public void Only_the_adapters_train()
    {
        using var model = new BlockListModel();
        using var adapters = AdapterSet.Attach(model);
        var training = model.named_parameters().Where(entry => entry.parameter.requires_grad).Select(entry => entry.name).ToArray();
        Assert.All(training, name => Assert.True(BaseModel.IsAdapterKey(name), name));
        Assert.Equal(12, training.Length);
        Assert.Equal(12, adapters.Parameters.Count);
    }

    [Fact]
    public void Flags_return_as_they_were_even_where_they_differed()
    {
        using var model = new SpellingsModel();
        model.named_parameters().First(entry => entry.name == "k_proj.weight").parameter.requires_grad = false;
        var original = BaseModel.Of(model);
        using (AdapterSet.Attach(model))
            Assert.DoesNotContain(model.named_parameters(), entry => !BaseModel.IsAdapterKey(entry.name) && entry.parameter.requires_grad);
        original.Is(model);
    }

    [Fact]
    public void Typed_access_gives_the_generated_adapters()
    {
        using var model = new SpellingsModel();
        Assert.Null(model.Adapters);
        using (AdapterSet.Attach(model))
        {
            Assert.Equal(2, model.Adapters!.q_proj.Rank);
            Assert.Equal(4, model.Adapters.q_proj.Alpha);
            Assert.Equal(2, model.Adapters.q_proj.Scaling);
            Assert.Equal([2L, 5L], model.Adapters.q_proj.lora_A.weight.shape);
            Assert.Equal([4L, 2L], model.Adapters.q_proj.lora_B.weight.shape);
            Assert.Equal("q_proj", model.Adapters.q_proj.LayerPath);
        }

        Assert.Null(model.Adapters);
    }

    [Fact]
    public void Typed_access_reaches_inner_owners()
    {
        using var model = new BlockListModel();
        Assert.Null(BlockListModel.AdaptersOf(model.blocks[1]));
        using var adapters = AdapterSet.Attach(model);
        Assert.Equal(2, BlockListModel.AdaptersOf(model.blocks[1])!.fc.Rank);
        Assert.Equal("blocks.1.fc", BlockListModel.AdaptersOf(model.blocks[1])!.fc.LayerPath);
    }

    [Fact]
    public void Merged_and_unmerged_agree_in_float32()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new BlockListModel());
        using var adapters = AdapterSet.Attach(model);
        Given.FillAdapters(adapters);
        var x = Given.Values(7, float32, 2, 3, 4);
        var unmerged = model.forward(x);
        adapters.Merge();
        Assert.True(adapters.IsMerged);
        Numbers.Near(unmerged, model.forward(x), 1e-5, "merged output");
        adapters.Unmerge();
        Assert.False(adapters.IsMerged);
        Numbers.Same(unmerged, model.forward(x), "output after unmerging");
    }

    [Fact]
    public void Disposing_a_merged_set_gives_the_base_back()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new BlockListModel());
        var original = BaseModel.Of(model);
        using (var adapters = AdapterSet.Attach(model))
        {
            Given.FillAdapters(adapters);
            adapters.Merge();
        }

        original.Is(model);
    }

    [Fact]
    public void Disposing_a_disabled_set_gives_the_base_back()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new BlockListModel());
        var original = BaseModel.Of(model);
        using (var adapters = AdapterSet.Attach(model))
        {
            Given.FillAdapters(adapters);
            var disabled = adapters.Disable();
            adapters.Dispose();
            disabled.Dispose();
        }

        original.Is(model);
    }

    [Fact]
    public void A_model_can_be_attached_again_and_again()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new BlockListModel());
        var original = BaseModel.Of(model);
        var x = Given.Values(7, float32, 2, 4);
        var baseOutput = model.forward(x);
        for (var round = 0; round < 3; round++)
        {
            using var adapters = AdapterSet.Attach(model);
            Given.FillAdapters(adapters, 100 * round);
            Assert.True(Numbers.Distance(baseOutput, model.forward(x)) > 1e-3);
        }

        original.Is(model);
        Numbers.Same(baseOutput, model.forward(x));
    }

    [Fact]
    public void Attaching_twice_is_refused()
    {
        using var model = new SpellingsModel();
        using var adapters = AdapterSet.Attach(model);
        Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.NotNull(model.Adapters);
    }

    [Fact]
    public void Converting_an_attached_model_converts_its_adapters()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new BlockListModel());
        using var adapters = AdapterSet.Attach(model);
        Given.FillAdapters(adapters);
        var x = Given.Values(7, 2, 3, 4);
        var narrow = model.forward(x.to(float32));
        model.to(float64);
        Assert.All(model.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        Assert.All(adapters.Parameters, parameter => Assert.Equal(float64, parameter.dtype));
        var wide = model.forward(x);
        Assert.Equal(float64, wide.dtype);
        Numbers.Near(Numbers.Of(wide), Numbers.Of(narrow), 1e-5, "output");

        adapters.Merge();
        Numbers.Near(wide, model.forward(x), 1e-12, "merged output");
    }

    [Fact]
    public void Adapters_are_made_in_the_type_of_their_layers()
    {
        using var model = new BlockListModel();
        model.to(float64);
        using var adapters = AdapterSet.Attach(model);
        Assert.All(adapters.Parameters, parameter => Assert.Equal(float64, parameter.dtype));
    }

    [Fact]
    public void Dropout_acts_in_training_alone()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new DropoutModel());
        using var adapters = AdapterSet.Attach(model);
        Given.FillAdapters(adapters);
        var x = Given.Values(7, float32, 8, 64);
        var adapter = model.Adapters!.fc;
        var expected = nn.functional.linear(x, EffectiveWeight.Of(model.state_dict()["fc.weight"], adapter, 2), model.state_dict()["fc.bias"]);

        model.eval();
        Numbers.Near(expected, model.forward(x), 1e-5, "output in evaluation");
        model.train();
        Assert.True(Numbers.Distance(expected, model.forward(x)) > 1e-2);
        Assert.True(Numbers.Distance(model.forward(x), model.forward(x)) > 1e-2);
        model.eval();
        Numbers.Near(expected, model.forward(x), 1e-5, "output in evaluation again");
    }

    [Fact]
    public void Parameters_and_state_count_each_tensor_once()
    {
        using var model = new NestedSequentialModel();
        using var adapters = AdapterSet.Attach(model);
        var keys = model.named_parameters().Select(entry => entry.name).ToArray();
        Assert.Equal(keys.Distinct(), keys);
        Assert.Equal(12 + 12, keys.Length);
        Assert.Equal(keys.Order(StringComparer.Ordinal), model.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Contains("adapters.net.body.fc1.lora_A.weight", keys);
    }

    [Fact]
    public void A_class_derived_from_an_annotated_one_gives_typed_access_too()
    {
        using var model = new DerivedOfAnnotated();
        using var adapters = AdapterSet.Attach(model);
        Assert.Equal(2, model.Adapters!.fc.Rank);
    }
}
