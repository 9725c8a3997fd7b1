using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests.Support;

/// <summary>
/// Reads the reference files by the format's description, and not through the library under test: eight bytes of header
/// length, a JSON header, then the data.
/// </summary>
internal sealed class SafetensorsFile
{
    private readonly byte[] data;
    private readonly Dictionary<string, Entry> entries = [];

    public SafetensorsFile(string path)
    {
        var file = File.ReadAllBytes(path);
        var headerLength = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        data = file[(8 + headerLength)..];
        using var header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        foreach (var property in header.RootElement.EnumerateObject().Where(property => property.Name != "__metadata__"))
        {
            var offsets = property.Value.GetProperty("data_offsets");
            entries[property.Name] = new Entry(
                property.Value.GetProperty("dtype").GetString()!,
                [.. property.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())],
                offsets[0].GetInt32(),
                offsets[1].GetInt32());
        }
    }

    public IEnumerable<string> Keys => entries.Keys;

    /// <summary>The keys that begin with a prefix, without it.</summary>
    public IEnumerable<string> KeysUnder(string prefix)
        => Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length..]);

    public long[] Shape(string key) => entries[key].Shape;

    public ReadOnlySpan<byte> Bytes(string key) => data.AsSpan(entries[key].Begin, entries[key].End - entries[key].Begin);

    public Tensor Tensor(string key) => entries[key].Type switch
    {
        "F32" => torch.tensor(MemoryMarshal.Cast<byte, float>(Bytes(key)).ToArray(), Shape(key)),
        "I64" => torch.tensor(MemoryMarshal.Cast<byte, long>(Bytes(key)).ToArray(), Shape(key)),
        var type => throw new NotSupportedException($"{key} has type {type}"),
    };

    private sealed record Entry(string Type, long[] Shape, int Begin, int End);
}
