using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class InheritanceTests
{
    [Fact]
    public void Inherited_layers_called_by_the_base_class_are_adapted()
        => AdapterProof.Holds(
            () => new InheritedLayersModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "q_proj", "v_proj");

    [Fact]
    public void Inherited_and_own_layers_are_adapted_together()
        => AdapterProof.Holds(
            () => new ExtendedModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 3, scaling: 4.0 / 3, "q_proj", "v_proj", "o_proj");

    [Fact]
    public void Inherited_layers_of_an_inner_class_are_adapted()
        => AdapterProof.Holds(
            () => new HoldsInheritingBlock(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "block.q_proj", "block.v_proj");

    [Fact]
    public void A_class_derived_from_an_annotated_one_is_adapted_like_it()
        => AdapterProof.Holds(
            () => new DerivedOfAnnotated(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "fc");
}
