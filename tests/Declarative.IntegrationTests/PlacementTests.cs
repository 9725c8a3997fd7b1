using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class PlacementTests
{
    [Fact]
    public void Nested_classes_are_adapted()
        => AdapterProof.Holds(
            () => new Outer.Middle.NestedModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "fc", "inner.fc");

    [Fact]
    public void Generic_classes_are_adapted()
        => AdapterProof.Holds(
            () => new GenericModel<Tanh2>(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "fc1", "fc2");

    [Fact]
    public void Layers_behind_a_type_argument_are_adapted()
        => AdapterProof.Holds(
            () => new ResidualModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "mlp.inner.up", "mlp.inner.down", "skip.inner");

    [Fact]
    public void A_class_over_two_files_is_adapted_in_both()
        => AdapterProof.Holds(
            () => new TwoFilesModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "fc1", "fc2");

    [Fact]
    public void A_class_outside_every_namespace_is_adapted()
        => AdapterProof.Holds(
            () => new GlobalNamespaceModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "fc");
}
