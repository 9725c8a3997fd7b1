using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>An <c>adapter_config.json</c>, read as the library reads it.</summary>
internal sealed class CheckpointConfig
{
    // The framework's own JSON reader shows an object as elements: a field's name is the element's, or its attribute 'item'
    // where it is no name in XML, and the attribute 'type' says what the value is.
    private readonly XElement root;

    private CheckpointConfig(XElement root) => this.root = root;

    /// <summary>Reads a file's text; null where it is no JSON object, and then <paramref name="error"/> says why.</summary>
    public static CheckpointConfig? Read(string text, out string error)
    {
        error = "it is no JSON object";
        try
        {
            using var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), XmlDictionaryReaderQuotas.Max);
            var root = XElement.Load(reader);
            return Type(root) == "object" ? new CheckpointConfig(root) : null;
        }
        catch (Exception e) when (e is XmlException or FormatException or ArgumentException or InvalidOperationException)
        {
            error = "it is no valid JSON";
            return null;
        }
    }

    /// <summary>A text; null where there is none.</summary>
    public string? Text(string name) => Field(name) is { } field && Type(field) == "string" ? field.Value : null;

    /// <summary>A number.</summary>
    public double Number(string name, double otherwise) => Field(name) is { } field && NumberIn(field) is { } number ? number : otherwise;

    /// <summary>Whether a flag is set.</summary>
    public bool Flag(string name) => Field(name) is { } field && Type(field) == "boolean" && field.Value == "true";

    /// <summary>Whether a flag is set, or what is said here where it is not given.</summary>
    public bool Flag(string name, bool otherwise) => Field(name) is { } field && Type(field) == "boolean" ? Flag(name) : otherwise;

    /// <summary>Whether a field is given and not null.</summary>
    public bool IsGiven(string name) => Field(name) is { } field && Type(field) != "null";

    /// <summary>The texts of a list; null where there is none.</summary>
    public IReadOnlyList<string>? List(string name) =>
        Field(name) is { } field && Type(field) == "array" ? [.. field.Elements().Where(static e => Type(e) == "string").Select(static e => e.Value)] : null;

    /// <summary>The numbers of an object such as <c>rank_pattern</c>, in the order of the file.</summary>
    public IReadOnlyList<(string Pattern, double Value)> Patterns(string name)
    {
        var patterns = new List<(string, double)>();
        foreach (var entry in Field(name)?.Elements() ?? [])
        {
            if (NumberIn(entry) is { } value)
                patterns.Add((Name(entry), value));
        }
        return patterns;
    }

    private XElement? Field(string name) => root.Elements().LastOrDefault(e => Name(e) == name);

    private static string Name(XElement element) => (string?)element.Attribute("item") ?? element.Name.LocalName;

    private static string? Type(XElement element) => (string?)element.Attribute("type");

    private static double? NumberIn(XElement element) =>
        Type(element) == "number" && double.TryParse(element.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
