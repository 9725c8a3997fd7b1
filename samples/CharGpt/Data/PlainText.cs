using System.Text;

namespace CharGptSample.Data;

/// <summary>Brings text into the characters of <see cref="Vocabulary"/> where there is a like for them.</summary>
public static class PlainText
{
    /// <summary><paramref name="text"/> with tabs, carriage returns and typographic marks in plain ASCII.</summary>
    public static string From(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
            switch (character)
            {
                case '\r' or '\uFEFF': break;
                case '\t': plain.Append("    "); break;
                case '\u2018' or '\u2019': plain.Append('\''); break;
                case '\u201C' or '\u201D': plain.Append('"'); break;
                case '\u2013' or '\u2014' or '\u2212': plain.Append('-'); break;
                case '\u2026': plain.Append("..."); break;
                case '\u00A0': plain.Append(' '); break;
                default: plain.Append(character); break;
            }
        return plain.ToString();
    }
}
