using CharGptSample.Data;
using CharGptSample.Model;
using CharGptSample.Training;
using static TorchSharp.torch;

namespace CharGptSample.Demo;

/// <summary>A kind of text, and the question that shows whether a model speaks it.</summary>
public sealed record Domain(Corpus Corpus, string Prompt)
{
    private const int Characters = 320;

    /// <summary>Measures <paramref name="model"/> as it is now.</summary>
    public Measurement Measure(CharGpt model, Device device, int seed, CancellationToken cancellation) => new(
        NextCharacterLoss.Mean(model, Corpus.HeldOut, device, cancellation),
        Prompt,
        new TextGenerator(model, device).Continue(Prompt, Characters, seed, cancellation));
}
