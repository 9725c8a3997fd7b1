using Declarative.Tables;

namespace Declarative;

/// <summary>A number of parameters or layers: the number where it is known, and otherwise the expression it comes from.</summary>
public readonly record struct ReportCount
{
    private ReportCount(Quantity quantity) => Quantity = quantity;

    /// <summary>The number, or <see langword="null"/> where only the expression is known.</summary>
    public long? Value => Quantity.Value;

    /// <summary>The number with thousands separators, or the expression: <c>16·(config.Hidden + config.Hidden)</c>.</summary>
    public string Text => Quantity.Text;

    internal Quantity Quantity { get; }

    /// <summary>A known number.</summary>
    public static ReportCount Of(long value) => new(Quantity.Of(value));

    /// <summary>A number that only a run knows, as the expression it comes from.</summary>
    public static ReportCount Formula(string text) => new(Quantity.Formula(text));

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
        return new(Quantity.Sum(counts.Select(static c => c.Quantity)));
    }

    /// <summary>This many times over: a number where both are known, otherwise an expression: <c>n(blocks) × 1,024</c>.</summary>
    public ReportCount Times(ReportCount count) => new(Quantity.Times(count.Quantity));

    /// <inheritdoc cref="Text"/>
    public override string ToString() => Text;

    internal static ReportCount Of(Quantity quantity) => new(quantity);
}
