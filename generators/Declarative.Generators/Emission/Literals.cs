using System.Globalization;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Declarative.Generators.Emission;

/// <summary>Values as C# and as text for people.</summary>
internal static class Literals
{
    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(double value) =>
        double.IsNaN(value) ? "double.NaN"
        : double.IsInfinity(value) ? value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number, or the formula behind it.</summary>
    public static string Of(Size size) => size.Value is { } value
        ? value.ToString(CultureInfo.InvariantCulture)
        : $"global::Declarative.ReportCount.Formula({Of(size.Text)})";

    /// <summary>For people: thousands separated.</summary>
    public static string Readable(Size size) =>
        size.Value is { } value ? value.ToString("N0", CultureInfo.InvariantCulture) : size.Text;

    /// <summary>Text inside an XML comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A type inside a <c>cref</c>.</summary>
    public static string Cref(string type) => type.Replace('<', '{').Replace('>', '}');
}
