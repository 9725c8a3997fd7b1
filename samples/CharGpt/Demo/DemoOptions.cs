using CharGptSample.Data;
using static TorchSharp.torch;

namespace CharGptSample.Demo;

/// <summary>What the demo was asked to do.</summary>
/// <param name="Method">The adapter method.</param>
/// <param name="Text">The user's own files; none means the repository's C#.</param>
/// <param name="Steps">Optimizer steps.</param>
/// <param name="Output">The folder to write to; null means <c>artifacts/demo</c> in the repository.</param>
/// <param name="Device">Where to compute.</param>
/// <param name="Seed">Decides the training windows and the text that is written.</param>
public sealed record DemoOptions(DemoMethod Method, IReadOnlyList<FileInfo> Text, int Steps, string? Output, Device Device, int Seed)
{
    /// <summary>Enough to speak C#, in one to two minutes on two cores.</summary>
    public const int DefaultSteps = 400;

    /// <summary>The folder to write to.</summary>
    public string Folder { get; } = Output ?? Path.Combine(RepositorySource.Root(), "artifacts", "demo");

    /// <summary>Where the adapter goes, in Hugging Face PEFT's files.</summary>
    public string AdapterFolder => Path.Combine(Folder, "adapter");

    /// <summary>Where the page goes.</summary>
    public string Page => Path.Combine(Folder, "index.html");
}
