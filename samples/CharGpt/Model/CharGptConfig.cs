namespace CharGptSample.Model;

/// <summary>The sizes of a <see cref="CharGpt"/>; the defaults are those of the committed checkpoint.</summary>
/// <param name="Vocabulary">How many characters the model knows.</param>
/// <param name="Context">How many characters it sees at once.</param>
/// <param name="Hidden">The width of the residual stream.</param>
/// <param name="Inner">The width inside the gated MLP.</param>
/// <param name="Heads">Attention heads; they share <paramref name="Hidden"/> evenly.</param>
/// <param name="Layers">How many blocks there are.</param>
public sealed record CharGptConfig(
    int Vocabulary = Data.Vocabulary.Size, int Context = 128, int Hidden = 128, int Inner = 448, int Heads = 4, int Layers = 4);
