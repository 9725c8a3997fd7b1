using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class PropertyTests
{
    [Fact]
    public void Layers_in_automatic_properties_are_adapted_under_their_registered_names()
        => AdapterProof.Holds(
            () => new PropertiesModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "up", "down", "<Out>k__BackingField");

    [Fact]
    public void A_call_through_a_forwarding_property_reaches_the_adapter()
        => AdapterProof.Holds(
            () => new ForwardingPropertyModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "fc");

    [Fact]
    public void Layers_of_classes_with_primary_constructors_are_adapted()
        => AdapterProof.Holds(
            () => new PrimaryConstructorModel(), model => model.forward(Given.Values(7, 3, 4)),
            new AdapterProof.Layer("block.fc1", 2, 1),
            new AdapterProof.Layer("block.fc2", 2, 1),
            new AdapterProof.Layer("tail.fc", 2, 1));
}
