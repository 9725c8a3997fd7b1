using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Declarative;

/// <summary>Reads and writes tensors in the safetensors format, in which base models and PEFT adapters are kept.</summary>
public static class Safetensors
{
    private const int PrefixLength = 8;
    private const long ChunkLength = 1 << 26;
    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>();

    /// <summary>Reads every tensor of a file, on the CPU, in the file's element types.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tensors by name; the caller disposes them.</returns>
    /// <exception cref="SafetensorsException">The file is damaged; no tensor is left behind.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Dictionary<string, Tensor> Load(string path) => Load(path, out _);

    /// <summary>Reads every tensor of a file, on the CPU, in the file's element types, and its metadata.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metadata">The file's own notes.</param>
    /// <returns>The tensors by name; the caller disposes them.</returns>
    /// <exception cref="SafetensorsException">The file is damaged; no tensor is left behind.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Dictionary<string, Tensor> Load(string path, out IReadOnlyDictionary<string, string> metadata)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var stream = File.OpenRead(path);
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        try
        {
            var header = ReadHeader(stream);
            metadata = header.Metadata;
            foreach (var entry in header.Entries)
                tensors.Add(entry.Name, ReadTensor(stream, entry));
            return tensors;
        }
        catch (Exception e)
        {
            foreach (var tensor in tensors.Values)
                tensor.Dispose();
            if (e is FormatException or EndOfStreamException)
                throw new SafetensorsException($"'{path}' is no readable safetensors file: {e.Message}.", e);
            throw;
        }
    }

    /// <summary>
    /// Writes tensors to a file: beside it first, then renamed, so that at any moment the old or the new file is there, whole.
    /// The same tensors give the same bytes.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">The tensors by name, on any device.</param>
    /// <param name="metadata">Notes to keep in the file.</param>
    /// <exception cref="ArgumentException">A tensor's element type or name has no place in the format.</exception>
    /// <exception cref="IOException">The disk is full or cannot be written; the file that was there is untouched.</exception>
    public static void Save(
        string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(tensors);
        AtomicFile.Write((path, stream => Write(stream, tensors, metadata ?? NoMetadata)));
    }

    internal static void Write(
        Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        // Larger elements first, so that every tensor is aligned to its own.
        var sorted = tensors
            .Select(static t => (Name: Checked(t.Key), Tensor: t.Value, Dtype: Dtype(t.Key, t.Value)))
            .OrderByDescending(static t => t.Dtype.Size).ThenBy(static t => t.Name, StringComparer.Ordinal)
            .ToList();
        var json = WriteHeader(sorted, metadata);
        Span<byte> prefix = stackalloc byte[PrefixLength];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, json.Length);
        stream.Write(prefix);
        stream.Write(json);
        foreach (var (_, tensor, _) in sorted)
            WriteTensor(stream, tensor);
    }

    private static SafetensorsHeader ReadHeader(FileStream stream)
    {
        var available = stream.Length - PrefixLength;
        if (available < 0)
            throw new FormatException($"it has {stream.Length} bytes, fewer than the {PrefixLength} of a header's length");
        Span<byte> prefix = stackalloc byte[PrefixLength];
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafetensorsHeader.MaxLength)
            throw new FormatException($"its header claims {length} bytes, over the limit of {SafetensorsHeader.MaxLength}");
        if (length > (ulong)available)
            throw new FormatException($"its header claims {length} bytes, but only {available} follow");
        var json = new byte[length];
        stream.ReadExactly(json);
        return SafetensorsHeader.Parse(json, available - (long)length);
    }

    // The entries come in the order of their bytes without a gap, so the file is read from one end to the other.
    private static Tensor ReadTensor(FileStream stream, SafetensorsEntry entry)
    {
        var tensor = Allocate(entry);
        try
        {
            ForEachChunk(tensor, entry.Length, bytes =>
            {
                stream.ReadExactly(bytes);
                if (entry.Type == ScalarType.Bool && bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
                    throw new FormatException($"the tensor '{entry.Name}' of dtype BOOL has a byte that is neither 0 nor 1");
            });
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    private static Tensor Allocate(SafetensorsEntry entry)
    {
        try
        {
            return empty(entry.Shape, entry.Type);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new FormatException($"the tensor '{entry.Name}' cannot have the shape [{string.Join(", ", entry.Shape)}]", e);
        }
    }

    private static void WriteTensor(Stream stream, Tensor tensor)
    {
        using var noGrad = no_grad();
        using var detached = tensor.detach();
        using var local = detached.cpu();
        using var plain = local.contiguous();
        ForEachChunk(plain, plain.numel() * Dtype("", plain).Size, bytes => stream.Write(bytes));
    }

    // A span cannot hold more than 2³¹ bytes, a tensor can.
    private static void ForEachChunk(Tensor tensor, long length, BytesAction action)
    {
        if (length == 0)
            return;
        if (length <= int.MaxValue)
        {
            action(tensor.bytes);
            return;
        }
        using var flat = tensor.view(-1);
        var count = flat.size(0);
        var step = ChunkLength / (length / count);
        for (var start = 0L; start < count; start += step)
        {
            using var chunk = flat.narrow(0, start, Math.Min(step, count - start));
            action(chunk.bytes);
        }
    }

    private static byte[] WriteHeader(
        List<(string Name, Tensor Tensor, (string Name, int Size) Dtype)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (metadata.Count > 0)
            {
                json.WriteStartObject(SafetensorsHeader.MetadataName);
                foreach (var (key, value) in metadata.OrderBy(static m => m.Key, StringComparer.Ordinal))
                    json.WriteString(key, value);
                json.WriteEndObject();
            }
            var offset = 0L;
            foreach (var (name, tensor, dtype) in tensors)
                offset = WriteEntry(json, name, tensor, dtype, offset);
            json.WriteEndObject();
        }
        // Spaces up to a multiple of eight bytes, so that the data is aligned.
        var padding = (PrefixLength - buffer.WrittenCount % PrefixLength) % PrefixLength;
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan.ToArray();
    }

    private static long WriteEntry(Utf8JsonWriter json, string name, Tensor tensor, (string Name, int Size) dtype, long begin)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", dtype.Name);
        json.WriteStartArray("shape");
        foreach (var size in tensor.shape)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        var end = begin + tensor.numel() * dtype.Size;
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }

    private static string Checked(string name) => name != SafetensorsHeader.MetadataName
        ? name
        : throw new ArgumentException($"A tensor cannot be named '{name}' in a safetensors file.");

    private static (string Name, int Size) Dtype(string name, Tensor tensor) => SafetensorsDtype.Find(tensor.dtype)
        ?? throw new ArgumentException($"The tensor '{name}' is of type {tensor.dtype}; a safetensors file holds {SafetensorsDtype.Names}.");

    private delegate void BytesAction(Span<byte> bytes);
}
