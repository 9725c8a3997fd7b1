namespace Declarative;

/// <summary>Collects what is different about a checkpoint; what many layers have in common becomes one sentence.</summary>
internal sealed class MismatchList
{
    private const int LayersShown = 4;

    private readonly List<(string Text, List<string> Layers)> mismatches = [];

    public bool IsEmpty => mismatches.Count == 0;

    /// <summary>A difference of the whole.</summary>
    public void Add(string text) => mismatches.Add((text, []));

    /// <summary>A difference of one layer; <paramref name="text"/> is the same for every layer that has it.</summary>
    public void Add(string layer, string text)
    {
        var index = mismatches.FindIndex(m => m.Text == text && m.Layers.Count > 0);
        if (index >= 0)
            mismatches[index].Layers.Add(layer);
        else
            mismatches.Add((text, [layer]));
    }

    public IReadOnlyList<string> ToSentences() => [.. mismatches.Select(static m => m.Layers.Count == 0
        ? m.Text
        : $"{m.Text}: {string.Join(", ", m.Layers.Take(LayersShown).Select(static l => $"'{l}'"))}"
            + (m.Layers.Count > LayersShown ? $" and {m.Layers.Count - LayersShown} more" : ""))];
}
