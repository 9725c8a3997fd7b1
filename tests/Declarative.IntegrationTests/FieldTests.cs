using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests;

public sealed class FieldTests
{
    [Fact]
    public void Every_spelling_of_a_call_reaches_the_adapter()
        => AdapterProof.Holds(
            () => new SpellingsModel(), model => model.forward(Given.Values(7, 2, 3, 5)),
            rank: 2, scaling: 2, "q_proj", "k_proj", "v_proj", "o_proj", "r_proj");

    [Fact]
    public void A_nullable_layer_that_is_there_is_adapted()
        => AdapterProof.Holds(
            () => new OptionalLayerModel(gated: true), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "fc", "gate");

    [Fact]
    public void A_nullable_layer_that_is_absent_is_left_out()
    {
        AdapterProof.Holds(
            () => new OptionalLayerModel(gated: false), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "fc");

        using var model = new OptionalLayerModel(gated: false);
        using var adapters = AdapterSet.Attach(model);
        Assert.Null(model.Adapters!.gate);
        Assert.Equal(2, model.Adapters.fc.Rank);
    }

    [Fact]
    public void Own_linear_classes_are_adapted_by_their_weight_be_it_parameter_or_buffer()
        => AdapterProof.Holds(
            () => new OwnLinearsModel(), model => model.forward(Given.Values(7, 2, 3, 5)),
            rank: 2, scaling: 1.5, "first", "second");

    [Fact]
    public void Abstract_fields_holding_linears_are_adapted()
        => AdapterProof.Holds(
            () => new AbstractFieldsModel(Linear(5, 6), Linear(6, 4)), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 1.5, "first", "second");

    [Fact]
    public void Abstract_fields_holding_own_classes_are_adapted()
        => AdapterProof.Holds(
            () => new AbstractFieldsModel(new ParameterLinear(5, 6), new BufferLinear(6, 4)),
            model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 1.5, "first", "second");

    [Fact]
    public void Abstract_fields_holding_other_kinds_are_adapted()
        => AdapterProof.Holds(
            () => new AbstractFieldsModel(Conv1d(3, 4, 3, padding: 1), Conv1d(4, 2, 1)),
            model => model.forward(Given.Values(7, 2, 3, 6)),
            rank: 2, scaling: 1.5, "first", "second");

    [Fact]
    public void An_abstract_field_holding_what_no_method_adapts_is_refused_by_name()
    {
        using var model = new AbstractFieldsModel(Linear(5, 6), Tanh());
        var original = BaseModel.Of(model);
        var error = Assert.ThrowsAny<Exception>(() => AdapterSet.Attach(model));
        Assert.Contains("second", error.Message, StringComparison.Ordinal);
        Assert.Contains("Tanh", error.Message, StringComparison.Ordinal);
        original.Is(model);
    }

    [Fact]
    public void An_attribute_on_a_field_adapts_that_layer_alone()
        => AdapterProof.Holds(
            () => new FieldAttributeModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 3, scaling: 2, "up");
}
