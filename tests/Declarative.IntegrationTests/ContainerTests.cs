using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class ContainerTests
{
    [Fact]
    public void Layers_appended_to_a_sequential_are_adapted()
        => AdapterProof.Holds(
            () => new AppendedSequentialModel(depth: 3), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "net.fc0", "net.fc1", "net.fc2");

    [Fact]
    public void Layers_of_a_sequential_made_of_a_list_are_adapted()
        => AdapterProof.Holds(
            () => new ListedSequentialModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "net.fc1", "net.fc2");

    [Fact]
    public void Layers_of_lists_of_containers_are_adapted()
        => AdapterProof.Holds(
            () => new NestedListsModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2,
            "towers.0.0", "towers.1.fc", "grid.0.0", "grid.0.1", "grid.1.0", "mixed.0", "mixed.2.up", "mixed.2.down");

    [Fact]
    public void An_attribute_on_a_property_adapts_that_layer_alone()
        => AdapterProof.Holds(
            () => new PropertyAttributeModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 3, scaling: 2, "up");

    [Fact]
    public void Layers_reached_through_queries_are_adapted()
        => AdapterProof.Holds(
            () => new WalksModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "layers.0", "layers.1", "layers.2");
}
