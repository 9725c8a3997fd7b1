using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class CallTests
{
    [Fact]
    public void Calls_through_locals_conditions_patterns_and_methods_reach_the_adapter()
        => AdapterProof.Holds(
            () => new IndirectCallsModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "a", "b", "c", "d", "e");

    [Fact]
    public void Calls_from_lambdas_and_local_functions_reach_the_adapter()
        => AdapterProof.Holds(
            () => new LambdasModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "a", "b", "c", "d");

    [Fact]
    public void A_delegate_made_before_attaching_reaches_the_adapter()
        => AdapterProof.Holds(
            () => new StoredDelegateModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "fc");

    [Fact]
    public void A_layer_under_two_fields_is_adapted_wherever_it_is_called()
        => AdapterProof.Holds(
            () => new TiedFieldsModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "first");
}
