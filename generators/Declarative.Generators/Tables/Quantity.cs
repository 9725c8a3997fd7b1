using System.Globalization;

namespace Declarative.Tables;

/// <summary>A number of parameters or layers: the number where it is known, and otherwise the expression it comes from.</summary>
internal readonly record struct Quantity
{
    private const string Plus = " + ";
    private readonly string? formula;

    private Quantity(long? value, string? formula)
    {
        Value = value;
        this.formula = formula;
    }

    /// <summary>The number, or <see langword="null"/> where only the expression is known.</summary>
    public long? Value { get; }

    /// <summary>The number with thousands separators, or the expression.</summary>
    public string Text => formula ?? (Value ?? 0).ToString("N0", CultureInfo.InvariantCulture);

    public static Quantity Of(long value) => new(value, null);

    public static Quantity Formula(string text) => new(null, text);

    /// <summary>
    /// The sum: a number where all are known, otherwise the expressions in their order, equal ones gathered, and then the sum
    /// of the numbers: <c>2 × 16·(a + b) + 1,024</c>.
    /// </summary>
    public static Quantity Sum(IEnumerable<Quantity> quantities)
    {
        var all = quantities.ToList();
        var known = all.Sum(static q => q.Value ?? 0);
        if (all.TrueForAll(static q => q.Value is not null))
            return Of(known);

        var terms = all.Where(static q => q.Value is null)
            .GroupBy(static q => q.Text, StringComparer.Ordinal)
            .Select(static g => Formula(g.Key).Times(Of(g.Count())).Text)
            .Concat(known == 0 ? [] : [Of(known).Text]);
        return Formula(string.Join(Plus, terms));
    }

    /// <summary>This many times over: a number where both are known, otherwise an expression: <c>n(blocks) × 1,024</c>.</summary>
    public Quantity Times(Quantity count)
    {
        if (count.Value is { } times && Value is { } value)
            return Of(checked(times * value));
        if (count.Value == 1)
            return this;
        if (Value == 1)
            return count;
        return Value == 0 || count.Value == 0 ? Of(0) : Formula($"{count.AsFactor()} × {AsFactor()}");
    }

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
