using System.Text;

namespace CharGptSample.Data;

/// <summary>One domain's text as tokens, split into what is trained on and what is held out.</summary>
public sealed class Corpus
{
    /// <summary>Fewer documents than this are split inside instead: the last tenth of each is held out.</summary>
    public const int FewestWholeDocuments = 10;

    private Corpus(string name, string description, byte[] train, byte[] heldOut) =>
        (Name, Description, Train, HeldOut) = (name, description, train, heldOut);

    /// <summary>What the domain is called.</summary>
    public string Name { get; }

    /// <summary>Where the text is from, in words.</summary>
    public string Description { get; }

    /// <summary>The tokens to train on.</summary>
    public byte[] Train { get; }

    /// <summary>The tokens no training sees.</summary>
    public byte[] HeldOut { get; }

    /// <summary>
    /// Splits <paramref name="documents"/>: the tenth of them whose names hash highest is held out, whatever the order
    /// they come in.
    /// </summary>
    /// <param name="minimum">The fewest tokens each side must have to be of use.</param>
    /// <exception cref="SampleException">A side of the split is shorter than <paramref name="minimum"/>.</exception>
    public static Corpus Split(string name, string description, IEnumerable<Document> documents, int minimum)
    {
        var ordered = documents.Where(document => document.Text.Length > 0)
            .OrderBy(document => Hash(document.Name)).ThenBy(document => document.Name, StringComparer.Ordinal).ToList();
        var (train, heldOut) = ordered.Count >= FewestWholeDocuments ? SplitWhole(ordered) : SplitInside(ordered);

        return train.Length >= minimum && heldOut.Length >= minimum
            ? new Corpus(name, description, train, heldOut)
            : throw new SampleException(
                $"{description}: {train.Length + heldOut.Length} characters are too few, {minimum} are needed to train " +
                $"on and as many in the tenth that is held out.");
    }

    private static (byte[] Train, byte[] HeldOut) SplitWhole(List<Document> ordered)
    {
        var heldOut = Math.Max(1, ordered.Count / 10);
        return (Join(ordered.Take(ordered.Count - heldOut).Select(document => document.Text)),
            Join(ordered.TakeLast(heldOut).Select(document => document.Text)));
    }

    private static (byte[] Train, byte[] HeldOut) SplitInside(List<Document> ordered) =>
        (Join(ordered.Select(document => document.Text[..Cut(document.Text)])),
            Join(ordered.Select(document => document.Text[Cut(document.Text)..])));

    private static int Cut(string text) => (int)(text.Length * 0.9);

    private static byte[] Join(IEnumerable<string> texts)
    {
        var joined = new StringBuilder();
        foreach (var text in texts)
            joined.Append(PlainText.From(text)).Append('\n');
        return Vocabulary.Encode(joined.ToString());
    }

    /// <summary>FNV-1a, mixed: the same on every machine and every run, as <c>string.GetHashCode</c> is not.</summary>
    private static ulong Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in name)
            hash = (hash ^ character) * 1099511628211UL;
        return (hash ^ (hash >> 31)) * 0x9E3779B97F4A7C15UL;
    }
}
