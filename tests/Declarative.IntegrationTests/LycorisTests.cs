using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests;

/// <summary>(IA)³, LoHa, LoKr and OFT through generated code.</summary>
public sealed class LycorisTests
{
    [Fact]
    public void IA3_trains_and_gives_the_base_back() => TrainingProof.Holds(
        new IA3Model(), Given.Values(7, float32, 16, 8), Given.Values(8, float32, 16, 6), "IA3", "k_proj", "fc2", "conv");

    [Fact]
    public void LoHa_trains_and_gives_the_base_back() => TrainingProof.Holds(
        new LoHaModel(), Given.Values(7, float32, 16, 8), Given.Values(8, float32, 16, 12), "LoHa", "fc1", "fc2", "conv");

    [Fact]
    public void LoKr_trains_and_gives_the_base_back() => TrainingProof.Holds(
        new LoKrModel(), Given.Values(7, float32, 16, 16), Given.Values(8, float32, 16, 6), "LoKr", "fc1", "fc2", "conv");

    [Fact]
    public void Oft_trains_and_gives_the_base_back() => TrainingProof.Holds(
        new OftModel(), Given.Values(7, float32, 16, 16), Given.Values(8, float32, 16, 6), "Oft", "fc1", "fc2");
}
