using Declarative.Tables;

namespace Declarative.Generators.Model;

/// <summary>A number of the model's source: its value where the compiler can know it, else the expression as written.</summary>
/// <param name="Value">The value; null where only a run knows it.</param>
/// <param name="Text">The number, or the expression on one line.</param>
/// <param name="FromDefaults">Whether <see cref="Value"/> rests on the default of a parameter or of a property.</param>
internal sealed record Size(long? Value, string Text, bool FromDefaults = false)
{
    public static Size Of(long value, bool fromDefaults = false) =>
        new(value, value.ToString(System.Globalization.CultureInfo.InvariantCulture), fromDefaults);

    public static Size Written(string text) => new(null, text);

    /// <summary>The same as reports add and show it.</summary>
    public Quantity ToQuantity() => Value is { } value ? Quantity.Of(value) : Quantity.Formula(Text);

    public override string ToString() => Text;
}
