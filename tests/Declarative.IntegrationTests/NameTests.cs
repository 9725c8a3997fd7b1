using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class NameTests
{
    [Fact]
    public void Names_given_to_register_module_are_the_layers_names()
        => AdapterProof.Holds(
            () => new RegisteredNamesModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "key", "value");

    [Fact]
    public void A_layer_registered_twice_is_adapted_once()
        => AdapterProof.Holds(
            () => new TwiceRegisteredModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "inner.key", "inner.value");

    [Fact]
    public void Names_given_by_attribute_are_the_layers_names()
        => AdapterProof.Holds(
            () => new ComponentNamesModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "q", "k");

    [Fact]
    public void Aliased_types_are_what_they_stand_for()
        => AdapterProof.Holds(
            () => new AliasesModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "first", "second", "third");

    [Fact]
    public void Adapter_weights_stand_under_the_layers_owner_by_the_layers_name()
    {
        using var model = new RegisteredNamesModel();
        using var adapters = AdapterSet.Attach(model);
        Assert.Equal(
            ["adapters.key.lora_A.weight", "adapters.key.lora_B.weight", "adapters.value.lora_A.weight", "adapters.value.lora_B.weight"],
            model.state_dict().Keys.Where(BaseModel.IsAdapterKey).Order(StringComparer.Ordinal));
    }
}
