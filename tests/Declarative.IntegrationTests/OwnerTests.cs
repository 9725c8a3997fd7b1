using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class OwnerTests
{
    [Fact]
    public void An_owner_may_take_several_inputs()
        => AdapterProof.Holds(
            () => new TwoInputsModel(), model => model.forward(Given.Values(7, 3, 5), Given.Values(8, 3, 3)),
            rank: 2, scaling: 2, "left", "right");

    [Fact]
    public void An_inner_owner_may_take_several_inputs_and_give_several_results()
        => AdapterProof.Holds(
            () => new MaskedModel(), model => model.forward(Given.Values(7, 3, 5)),
            rank: 2, scaling: 2, "part.fc", "part.side");

    [Fact]
    public void An_owner_may_have_methods_instead_of_a_forward()
        => AdapterProof.Holds(
            () => new EncoderDecoderModel(), model => model.Decode(model.Encode(Given.Values(7, 3, 5))),
            rank: 2, scaling: 2, "encoder", "decoder");

    [Fact]
    public void Two_attributes_adapt_with_ranks_of_their_own()
    {
        using var model = Given.Filled(new TwoAdaptersModel());
        using var x = Given.Values(7, TorchSharp.torch.float32, 3, 5);
        using var baseOutput = model.forward(x);

        using var attention = AdapterSet.Attach(model, "attention");
        Assert.Equal(["q_proj", "v_proj"], attention.Adapters.Select(adapter => adapter.LayerPath));
        Assert.All(attention.Adapters, adapter => Assert.Equal(2, adapter.Rank));

        using var mlp = AdapterSet.Attach(model, "mlp");
        Assert.Equal(["fc"], mlp.Adapters.Select(adapter => adapter.LayerPath));
        Assert.All(mlp.Adapters, adapter => Assert.Equal(3, adapter.Rank));

        Given.FillAdapters(attention);
        using var one = model.forward(x);
        Given.FillAdapters(mlp, 3000);
        using var both = model.forward(x);
        Assert.True(Numbers.Distance(baseOutput, one) > 1e-3);
        Assert.True(Numbers.Distance(one, both) > 1e-3);

        using (mlp.Disable())
        using (var again = model.forward(x))
            Numbers.Same(one, again);
    }

    [Fact]
    public void Two_attributes_may_be_attached_at_once()
        => AdapterProof.Holds(
            () => new TwoAdaptersModel(), model => model.forward(Given.Values(7, 3, 5)),
            new AdapterProof.Layer("q_proj", 2, 2), new AdapterProof.Layer("v_proj", 2, 2), new AdapterProof.Layer("fc", 3, 3));

    [Fact]
    public void An_annotated_class_inside_another_adapts_its_own_layers()
        => AdapterProof.Holds(
            () => new AnnotatedInAnnotatedModel(), model => model.forward(Given.Values(7, 3, 5)),
            new AdapterProof.Layer("head_in", 2, 2), new AdapterProof.Layer("part.fc", 3, 2), new AdapterProof.Layer("head_out", 2, 2));
}
