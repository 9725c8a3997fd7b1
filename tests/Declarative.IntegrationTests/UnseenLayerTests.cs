using Declarative.IntegrationTests.Models;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests;

/// <summary>What the generator could not see is refused by name when attaching, never left out quietly.</summary>
public class UnseenLayerTests
{
    [Fact]
    public void Layers_in_an_array_are_refused_by_name()
    {
        using var model = new ArrayModel();

        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));

        Assert.Contains("'many0', 'many1', which the generator did not see", error.Message);
        Assert.All(model.parameters(), static p => Assert.True(p.requires_grad));
    }

    [Fact]
    public void Layers_that_the_attribute_leaves_out_are_not_asked_for()
    {
        using var model = new ExcludedArrayModel();
        using var adapters = AdapterSet.Attach(model);

        Assert.Equal(["first"], adapters.Adapters.Select(static a => a.LayerPath));
    }

    [Fact]
    public void A_layer_in_a_module_that_a_factory_chose_is_refused_by_name()
    {
        using var model = new FactoryModel(static () => new HiddenLayer());

        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));

        Assert.Contains("'rest.inner'", error.Message);
    }

    [Fact]
    public void A_layer_that_a_factory_chose_is_itself_a_target()
    {
        using var model = new FactoryModel(static () => nn.Linear(4, 4));
        using var adapters = AdapterSet.Attach(model);

        Assert.Equal(["first", "rest"], adapters.Adapters.Select(static a => a.LayerPath));
    }
}
