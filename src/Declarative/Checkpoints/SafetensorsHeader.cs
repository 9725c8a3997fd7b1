using System.Text.Json;

namespace Declarative;

/// <summary>The header of a safetensors file, read without trusting a byte of it.</summary>
/// <param name="Entries">The tensors in the order of their bytes, which they share out without gap or overlap.</param>
/// <param name="Metadata">The file's own notes.</param>
internal sealed record SafetensorsHeader(
    IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The largest header that is read, in bytes; the format's own limit.</summary>
    public const long MaxLength = 100_000_000;

    public const string MetadataName = "__metadata__";

    private const int MaxDimensions = 64;

    /// <summary>Reads the JSON of a header over <paramref name="dataLength"/> bytes of data.</summary>
    /// <exception cref="FormatException">What is wrong, without the file's name.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json, long dataLength)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, dataLength);
        }
        catch (JsonException e)
        {
            throw new FormatException($"the header is not JSON ({e.Message})", e);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException($"the header has a text that is not valid Unicode ({e.Message})", e);
        }
    }

    private static SafetensorsHeader Read(JsonElement root, long dataLength)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException($"the header is a JSON {root.ValueKind}, not an object");

        var names = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<SafetensorsEntry>();
        IReadOnlyDictionary<string, string> metadata = new Dictionary<string, string>();
        foreach (var property in root.EnumerateObject())
        {
            if (!names.Add(property.Name))
                throw new FormatException($"the header names '{property.Name}' twice");
            if (property.Name == MetadataName)
                metadata = ReadMetadata(property.Value);
            else
                entries.Add(ReadEntry(property.Name, property.Value));
        }
        return new SafetensorsHeader(CheckPlaces(entries, dataLength), metadata);
    }

    private static Dictionary<string, string> ReadMetadata(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{MetadataName} is a JSON {value.ValueKind}, not an object");
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String)
                throw new FormatException($"the metadata '{property.Name}' is a JSON {property.Value.ValueKind}, not a string");
            if (!metadata.TryAdd(property.Name, property.Value.GetString()!))
                throw new FormatException($"the metadata names '{property.Name}' twice");
        }
        return metadata;
    }

    private static SafetensorsEntry ReadEntry(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw new FormatException($"the tensor '{name}' is described by a JSON {value.ValueKind}, not an object");

        JsonElement? dtype = null, shape = null, offsets = null;
        foreach (var property in value.EnumerateObject())
        {
            ref var field = ref dtype;
            switch (property.Name)
            {
                case "dtype":
                    break;
                case "shape":
                    field = ref shape;
                    break;
                case "data_offsets":
                    field = ref offsets;
                    break;
                default:
                    continue;
            }
            if (field is not null)
                throw new FormatException($"the tensor '{name}' has '{property.Name}' twice");
            field = property.Value;
        }
        return CreateEntry(
            name,
            dtype ?? throw Missing(name, "dtype"),
            shape ?? throw Missing(name, "shape"),
            offsets ?? throw Missing(name, "data_offsets"));
    }

    private static SafetensorsEntry CreateEntry(string name, JsonElement dtype, JsonElement shape, JsonElement offsets)
    {
        var typeName = dtype.ValueKind == JsonValueKind.String ? dtype.GetString() : dtype.ValueKind.ToString();
        var (type, size) = SafetensorsDtype.Find(typeName)
            ?? throw new FormatException($"the tensor '{name}' has the dtype '{typeName}'; known are {SafetensorsDtype.Names}");
        var sizes = ReadNumbers(name, "shape", shape);
        if (sizes.Length > MaxDimensions)
            throw new FormatException($"the tensor '{name}' has {sizes.Length} dimensions; at most {MaxDimensions} can be read");
        var places = ReadNumbers(name, "data_offsets", offsets);
        if (places.Length != 2)
            throw new FormatException($"the tensor '{name}' has {places.Length} data_offsets; two were expected");
        if (places[1] < places[0])
            throw new FormatException($"the tensor '{name}' ends at {places[1]}, before it begins at {places[0]}");

        var expected = ByteSize(name, sizes, size);
        var length = places[1] - places[0];
        return length == expected
            ? new SafetensorsEntry(name, type, sizes, places[0], length)
            : throw new FormatException(
                $"the tensor '{name}' of dtype {typeName} and shape [{string.Join(", ", sizes)}] takes {expected} bytes, "
                + $"but its data_offsets span {length}");
    }

    private static long[] ReadNumbers(string name, string field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            throw new FormatException($"the {field} of the tensor '{name}' is a JSON {value.ValueKind}, not an array");
        return [.. value.EnumerateArray().Select(item =>
            item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var number) && number >= 0
                ? number
                : throw new FormatException($"the {field} of the tensor '{name}' has {item.GetRawText()}, which is no size"))];
    }

    // Sizes of zero are left out of the overflow check's product, so that no shape slips through that no tensor can have.
    private static long ByteSize(string name, long[] shape, int elementSize)
    {
        try
        {
            var extent = shape.Where(static s => s != 0).Aggregate((long)elementSize, static (product, s) => checked(product * s));
            return shape.Contains(0) ? 0 : extent;
        }
        catch (OverflowException e)
        {
            throw new FormatException($"the shape [{string.Join(", ", shape)}] of the tensor '{name}' is too large", e);
        }
    }

    private static List<SafetensorsEntry> CheckPlaces(List<SafetensorsEntry> entries, long dataLength)
    {
        var sorted = entries.OrderBy(static e => e.Begin).ThenBy(static e => e.Length).ToList();
        var end = 0L;
        var previous = "the header";
        foreach (var entry in sorted)
        {
            if (entry.Begin != end)
                throw new FormatException(entry.Begin < end
                    ? $"the tensors '{previous}' and '{entry.Name}' overlap"
                    : $"{entry.Begin - end} bytes between '{previous}' and '{entry.Name}' belong to no tensor");
            end = checked(entry.Begin + entry.Length);
            if (end > dataLength)
                throw new FormatException(
                    $"the tensor '{entry.Name}' ends at byte {end} of the data, of which there are {dataLength}; the file is cut short");
            previous = entry.Name;
        }
        return end == dataLength
            ? sorted
            : throw new FormatException($"the last {dataLength - end} bytes of the file belong to no tensor");
    }

    private static FormatException Missing(string name, string field) => new($"the tensor '{name}' has no {field}");
}
