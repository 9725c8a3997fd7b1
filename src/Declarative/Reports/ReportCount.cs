using System.Globalization;

namespace Declarative;

/// <summary>A number of parameters or layers: the number where it is known, and otherwise the expression it comes from.</summary>
public readonly record struct ReportCount
{
    private const string Plus = " + ";
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

    /// <summary>
    /// The sum: a number where all are known, otherwise the expressions in their order, equal ones gathered, and then the sum
    /// of the numbers: <c>2 × 16·(a + b) + 1,024</c>.
    /// </summary>
    public static ReportCount Sum(IEnumerable<ReportCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var all = counts.ToList();
        var known = all.Sum(static c => c.Value ?? 0);
        if (all.TrueForAll(static c => c.Value is not null))
            return Of(known);

        var terms = all.Where(static c => c.Value is null)
            .GroupBy(static c => c.Text, StringComparer.Ordinal)
            .Select(static g => Formula(g.Key).Times(g.Count()).Text)
            .Concat(known == 0 ? [] : [Of(known).Text]);
        return Formula(string.Join(Plus, terms));
    }

    /// <summary>This many times over: a number where both are known, otherwise an expression: <c>n(blocks) × 1,024</c>.</summary>
    public ReportCount Times(ReportCount count)
    {
        if (count.Value is { } times && Value is { } value)
            return Of(checked(times * value));
        if (count.Value == 1)
            return this;
        if (Value == 1)
            return count;
        return Value == 0 || count.Value == 0 ? Of(0) : Formula($"{count.AsFactor()} × {AsFactor()}");
    }

    /// <inheritdoc cref="Text"/>
    public override string ToString() => Text;

    private string AsFactor() => IsSum(Text) ? $"({Text})" : Text;

    private static bool IsSum(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth == 0 && i > 0 && text[i] is ('+' or '-'))
                return true;
        }
        return false;
    }
}
