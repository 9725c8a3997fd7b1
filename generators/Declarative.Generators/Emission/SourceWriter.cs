using System.Text;

namespace Declarative.Generators.Emission;

/// <summary>Writes indented source with LF line ends; raw strings of several lines keep their own indentation.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes one line, or several.</summary>
    public SourceWriter Line(string lines = "")
    {
        foreach (var line in lines.Split('\n'))
        {
            var content = line.TrimEnd('\r');
            if (content.Length > 0)
                text.Append(' ', depth * 4).Append(content);
            text.Append('\n');
        }
        return this;
    }

    /// <summary>Opens a block that the result's <c>Dispose</c> closes.</summary>
    /// <param name="header">What stands above the brace.</param>
    /// <param name="open">The opening bracket.</param>
    /// <param name="close">The closing bracket and what follows it.</param>
    public Block Open(string header, string open = "{", string close = "}")
    {
        Line(header).Line(open);
        depth++;
        return new Block(this, close);
    }

    public override string ToString() => text.ToString();

    internal readonly struct Block(SourceWriter writer, string close) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line(close);
        }
    }
}
