using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class SequentialTests
{
    [Fact]
    public void Layers_by_position_are_adapted()
        => AdapterProof.Holds(
            () => new PositionalSequentialModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "net.0", "net.2");

    [Fact]
    public void Layers_by_name_are_adapted()
        => AdapterProof.Holds(
            () => new NamedSequentialModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "net.fc1");

    [Fact]
    public void Layers_of_nested_sequentials_are_adapted()
        => AdapterProof.Holds(
            () => new NestedSequentialModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "net.stem", "net.body.fc1", "net.body.fc2", "net.tail.0", "net.tail.1.1", "single.0");

    [Fact]
    public void Modules_with_layers_of_their_own_inside_a_sequential_are_adapted()
        => AdapterProof.Holds(
            () =>
            {
                var model = new SequentialOfBlocksModel();
                model.eval();
                return model;
            },
            model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "net.mlp.up", "net.mlp.down", "net.fc");

    [Fact]
    public void A_sequential_called_twice_is_adapted_both_times()
        => AdapterProof.Holds(
            () => new SharedSequentialModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "shared.0", "shared.2");
}
