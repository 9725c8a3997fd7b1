using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;

namespace Declarative.IntegrationTests;

public sealed class KindTests
{
    [Fact]
    public void Embeddings_are_adapted()
        => AdapterProof.Holds(
            () => new EmbeddingModel(), model => model.forward(Given.Ids(7, 11, 2, 5)),
            rank: 2, scaling: 2, "embed_tokens", "lin");

    [Fact]
    public void One_dimensional_convolutions_are_adapted()
        => AdapterProof.Holds(
            () => new Conv1dModel(), model => model.forward(Given.Values(7, 2, 3, 9)),
            rank: 2, scaling: 2, "conv1", "conv2");

    [Fact]
    public void Two_dimensional_convolutions_are_adapted()
        => AdapterProof.Holds(
            () => new Conv2dModel(), model => model.forward(Given.Values(7, 2, 3, 9, 8)),
            rank: 2, scaling: 2, "conv1", "conv2", "conv3");

    [Fact]
    public void Kinds_may_be_mixed_in_lists_and_sequentials()
        => AdapterProof.Holds(
            () => new MixedKindsModel(), model => model.forward(Given.Ids(7, 11, 2, 5)),
            rank: 2, scaling: 2, "embed", "convs.0", "convs.1", "net.0", "net.2");

    [Fact]
    public void A_rank_stabilised_scale_is_exact_in_float64()
        => AdapterProof.Holds(
            () => new RankStabilizedModel(), model => model.forward(Given.Values(7, 3, 6)),
            rank: 3, scaling: 3 / Math.Sqrt(3), "fc");

    [Fact]
    public void A_scale_that_is_no_float_is_exact_in_float64()
        => AdapterProof.Holds(
            () => new ThirdModel(), model => model.forward(Given.Values(7, 3, 6)),
            rank: 3, scaling: 1.0 / 3, "fc");
}
