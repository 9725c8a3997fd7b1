namespace CharGptSample.Data;

/// <summary>
/// The characters the model knows, one token each: unknown, newline, and printable ASCII. Fixed, so that a checkpoint
/// fits every text.
/// </summary>
public static class Vocabulary
{
    /// <summary>How many tokens there are.</summary>
    public const int Size = 2 + Last - First + 1;

    /// <summary>What every character outside the vocabulary becomes.</summary>
    public const char Unknown = '\uFFFD';

    private const char First = ' ';
    private const char Last = '~';

    /// <summary>The tokens of <paramref name="text"/>, one for each character.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var tokens = new byte[text.Length];
        for (var i = 0; i < tokens.Length; i++)
            tokens[i] = Encode(text[i]);
        return tokens;
    }

    /// <summary>The token of one character.</summary>
    public static byte Encode(char character) => character switch
    {
        '\n' => 1,
        >= First and <= Last => (byte)(character - First + 2),
        _ => 0,
    };

    /// <summary>The text of <paramref name="tokens"/>.</summary>
    public static string Decode(ReadOnlySpan<byte> tokens)
    {
        var text = new char[tokens.Length];
        for (var i = 0; i < text.Length; i++)
            text[i] = Decode(tokens[i]);
        return new string(text);
    }

    /// <summary>The character of one token.</summary>
    public static char Decode(int token) => token switch
    {
        0 => Unknown,
        1 => '\n',
        > 1 and < Size => (char)(token - 2 + First),
        _ => throw new ArgumentOutOfRangeException(nameof(token), token, $"A token is at least 0 and below {Size}."),
    };
}
