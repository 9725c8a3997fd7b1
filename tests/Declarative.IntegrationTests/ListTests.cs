using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using TorchSharp;

namespace Declarative.IntegrationTests;

public sealed class ListTests
{
    [Fact]
    public void Layers_of_lists_are_adapted_however_the_list_is_walked()
        => AdapterProof.Holds(
            () => new LinearListModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2,
            "looped.0", "looped.1", "indexed.0", "indexed.1", "selected.0", "selected.1", "folded.0", "folded.1");

    [Fact]
    public void Blocks_of_a_list_are_adapted_though_they_carry_no_attribute()
        => AdapterProof.Holds(
            () => new BlockListModel(), model => model.forward(Given.Values(7, 2, 3, 4)),
            rank: 2, scaling: 2,
            "blocks.0.attn.q_proj", "blocks.0.attn.v_proj", "blocks.0.fc",
            "blocks.1.attn.q_proj", "blocks.1.attn.v_proj", "blocks.1.fc");

    [Fact]
    public void A_target_named_by_index_is_that_one_alone()
        => AdapterProof.Holds(
            () => new IndexedTargetModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "blocks.0.attn.q_proj");

    [Fact]
    public void A_wildcard_spans_segments()
        => AdapterProof.Holds(
            () => new DeepPatternModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "blocks.0.attn.v_proj", "blocks.1.attn.v_proj", "blocks.1.fc");

    [Fact]
    public void Excluded_layers_and_the_head_are_left_alone()
        => AdapterProof.Holds(
            () => new ExcludeModel(), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "blocks.0.attn.v_proj", "blocks.0.fc");

    [Fact]
    public void Layers_of_dictionaries_are_adapted()
        => AdapterProof.Holds(
            () => new DictionaryModel(torch.float64), model => model.forward(Given.Values(7, 3, 4)),
            rank: 2, scaling: 2, "tasks.left", "tasks.right", "more.up", "more.down");
}
