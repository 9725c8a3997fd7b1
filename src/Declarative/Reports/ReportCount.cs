using System.Globalization;

namespace Declarative;

/// <summary>A number of parameters or layers: the number where it is known, and otherwise the expression it comes from.</summary>
public readonly record struct ReportCount
{
    private readonly string? formula;

    private ReportCount(long? value, string? formula)
    {
        Value = value;
        this.formula = formula;
    }

    /// <summary>The number, or <see langword="null"/> where only the expression is known.</summary>
    public long? Value { get; }

    /// <summary>The number with thousands separators, or the expression: <c>16·(config.Hidden + config.Hidden)</c>.</summary>
    public string Text => formula ?? (Value ?? 0).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A known number.</summary>
    public static ReportCount Of(long value) => new(value, null);

    /// <summary>A number that only a run knows, as the expression it comes from.</summary>
    public static ReportCount Formula(string text) => new(null, text);

    /// <summary>A known number.</summary>
    public static implicit operator ReportCount(long value) => Of(value);

    /// <summary>A known number.</summary>
    public static ReportCount FromInt64(long value) => Of(value);

    /// <inheritdoc cref="Text"/>
    public override string ToString() => Text;
}
