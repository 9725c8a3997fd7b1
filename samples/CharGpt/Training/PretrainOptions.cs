using CharGptSample.Data;
using static TorchSharp.torch;

namespace CharGptSample.Training;

/// <summary>What pretraining was asked to do.</summary>
/// <param name="Steps">Optimizer steps in all.</param>
/// <param name="Output">The finished model; null means the one that is committed.</param>
/// <param name="Resume">Whether to go on from <see cref="Unfinished"/>.</param>
/// <param name="Device">Where to compute.</param>
/// <param name="Seed">Decides the first weights and the training windows.</param>
public sealed record PretrainOptions(int Steps, string? Output, bool Resume, Device Device, int Seed)
{
    /// <summary>Some ten minutes on two cores.</summary>
    public const int DefaultSteps = 2500;

    /// <summary>Where the finished model goes.</summary>
    public string Finished { get; } =
        Output ?? Path.Combine(RepositorySource.Root(), "samples", "CharGpt", "base.safetensors");

    /// <summary>The checkpoint on the way there.</summary>
    public string Unfinished => Path.ChangeExtension(Finished, ".unfinished.safetensors");
}
