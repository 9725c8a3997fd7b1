namespace CharGptSample.Data;

/// <summary>A piece of text with the name that decides, for good, on which side of the split it falls.</summary>
public sealed record Document(string Name, string Text);
