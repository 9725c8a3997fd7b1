using System.Text.Json;

namespace Declarative;

/// <summary>An <c>adapter_config.json</c> as it was read.</summary>
internal sealed class PeftConfig
{
    private readonly JsonElement root;

    private PeftConfig(JsonElement root) => this.root = root;

    public static PeftConfig Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new AdapterCheckpointException($"'{path}' is no adapter configuration: a JSON {document.RootElement.ValueKind}, not an object.");
            return new PeftConfig(document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw new AdapterCheckpointException($"'{path}' is no adapter configuration: {e.Message}", e);
        }
    }

    /// <summary>A text; <see langword="null"/> where there is none.</summary>
    public string? Text(string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The texts of a list; <see langword="null"/> where there is no list.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        !root.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Array
            ? null
            : [.. value.EnumerateArray().Where(static v => v.ValueKind == JsonValueKind.String).Select(static v => v.GetString()!)];

    public double Number(string name, double otherwise) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : otherwise;

    /// <summary>A whole number of up to 64 bits, whatever its sign.</summary>
    public long Integer(string name, long otherwise) =>
        !root.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Number ? otherwise
        : value.TryGetInt64(out var number) ? number
        : value.TryGetUInt64(out var unsigned) ? unchecked((long)unsigned)
        : otherwise;

    public bool Flag(string name, bool otherwise) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Flag(name) : otherwise;

    public bool Flag(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>The list of true and false under a key of an object such as AdaLoRA's <c>rank_pattern</c>; <see langword="null"/> where there is none.</summary>
    public bool[]? Flags(string name, string key) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty(key, out var flags) && flags.ValueKind == JsonValueKind.Array
            ? [.. flags.EnumerateArray().Select(static f => f.ValueKind == JsonValueKind.True)]
            : null;

    /// <summary>Whether a feature is asked for: not absent, null, false, zero or empty.</summary>
    public bool Has(string name) => root.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Number => value.GetDouble() != 0,
        JsonValueKind.True => true,
        _ => false,
    };

    /// <summary>The field as it is written.</summary>
    public string Raw(string name) => root.TryGetProperty(name, out var value) ? value.GetRawText() : "null";

    /// <summary>The numbers of an object such as <c>rank_pattern</c>, in the order of the file.</summary>
    public IReadOnlyList<(string Pattern, double Value)> Patterns(string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? [.. value.EnumerateObject()
                .Where(static p => p.Value.ValueKind == JsonValueKind.Number)
                .Select(static p => (p.Name, p.Value.GetDouble()))]
            : [];
}
