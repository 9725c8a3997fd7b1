namespace Declarative.Generators.Model;

/// <summary>Arithmetic on <see cref="Size"/>: numbers are computed, the rest stays readable.</summary>
internal static class Formula
{
    public static Size Sum(Size left, Size right) => Combine(left, right, static (a, b) => checked(a + b), " + ", isProduct: false);

    public static Size Product(Size left, Size right) =>
        left.Value == 1 && !left.FromDefaults ? right
        : right.Value == 1 && !right.FromDefaults ? left
        : Combine(left, right, static (a, b) => checked(a * b), "·", isProduct: true);

    /// <summary>A share of a size; a null divisor is 1.</summary>
    public static Size Quotient(Size left, Size? right) => (left.Value, right?.Value) switch
    {
        _ when right is null or { Value: 1 } => left,
        ({ } a, { } b) when b != 0 => Size.Of(a / b, left.FromDefaults || right!.FromDefaults),
        _ => Size.Written($"{Factor(left)}/{Factor(right!)}"),
    };

    private static Size Combine(Size left, Size right, Func<long, long, long> compute, string symbol, bool isProduct)
    {
        if (left.Value is { } a && right.Value is { } b)
        {
            try
            {
                return Size.Of(compute(a, b), left.FromDefaults || right.FromDefaults);
            }
            catch (OverflowException)
            {
                return Size.Written(left.Text + symbol + right.Text);
            }
        }
        return Size.Written(isProduct ? Factor(left) + symbol + Factor(right) : left.Text + symbol + right.Text);
    }

    // A name, a member access, a call or an indexer needs no parentheses as a factor.
    private static string Factor(Size size)
    {
        var depth = 0;
        foreach (var c in size.Text)
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (depth == 0 && !(char.IsLetterOrDigit(c) || c is '_' or '.' or '@' or ')' or ']' or '·' or '/'))
                return $"({size.Text})";
        }
        return size.Text;
    }
}
