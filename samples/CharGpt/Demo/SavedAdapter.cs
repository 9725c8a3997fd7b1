using Declarative;

namespace CharGptSample.Demo;

/// <summary>The adapter on disk: always a complete one, and this knows as of which step.</summary>
public sealed class SavedAdapter(string folder)
{
    private int? step;

    /// <summary>What is on disk now, in a sentence.</summary>
    public string OnDisk => step is { } saved
        ? $"On disk: {folder}, complete, as of step {saved}."
        : Directory.Exists(folder)
            ? $"On disk: {folder}, complete, from an earlier run."
            : $"Nothing was written to {folder}.";

    /// <summary>Replaces the files by the adapters as they are after <paramref name="taken"/> steps.</summary>
    public void Save(AdapterSet adapters, int taken)
    {
        adapters.SavePretrained(folder);
        step = taken;
    }
}
