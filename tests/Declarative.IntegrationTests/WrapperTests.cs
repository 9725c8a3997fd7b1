using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class WrapperTests
{
    [Fact]
    public void Layers_of_modules_passed_to_constructors_are_adapted()
        => AdapterProof.Holds(
            () => new WrappersModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2,
            "layer.inner",
            "nested.inner.fn.up", "nested.inner.fn.down", "defaulted.inner.fn.up", "defaulted.inner.fn.down",
            "several.0.fn.up", "several.0.fn.down", "several.1.fn");

    [Fact]
    public void Layers_of_elements_chosen_by_an_expression_are_adapted()
        => AdapterProof.Holds(
            () => new ChosenElementsModel("plain", "gated"), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2,
            "elements.0.fc", "elements.1.value", "elements.1.gate", "elements.2.value", "elements.2.gate");
}
