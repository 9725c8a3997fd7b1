using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

/// <remarks>
/// TorchSharp's file format of a tensor: the element type, the number of dimensions and the sizes, each as LEB128, then
/// the elements in row-major order and the machine's byte order.
/// </remarks>
public static partial class TensorExtensionMethods
{
    /// <summary>A parameter that takes the tensor's place.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>Writes the tensor in TorchSharp's format.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((long)tensor.dtype);
        var shape = tensor.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape) writer.Encode(size);

        writer.Flush();
        using var detached = tensor.detach();
        using var local = detached.to(CPU);
        using var data = local.contiguous();
        data.WriteBytesToStream(writer.BaseStream);
    }

    /// <summary>Writes the tensor in TorchSharp's format, and closes the stream.</summary>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    /// <summary>Writes the tensor to a file in TorchSharp's format.</summary>
    public static void Save(this Tensor tensor, string location) => tensor.Save(File.Create(location));

    /// <summary>Reads what <see cref="Save(Tensor, BinaryWriter)"/> wrote into a tensor of the same type and shape.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="reader">Where to read.</param>
    /// <param name="skip">Whether the elements are read past.</param>
    /// <exception cref="ArgumentException">The type differs, or the shape.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        if (type != tensor.dtype)
            throw new ArgumentException("Mismatched tensor data types while loading. Make sure that the model you are loading into is exactly the same as the origin.");
        ReadElements(tensor, reader, type, shape, skip);
    }

    /// <summary>Reads what <see cref="Save(Tensor, BinaryWriter)"/> wrote as a new tensor.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="skip">Whether the elements are read past; they are zeros then.</param>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>Reads what <see cref="Save(Tensor, BinaryWriter)"/> wrote.</summary>
    /// <param name="tensor">The tensor of that shape to read into; null for a new one.</param>
    /// <param name="reader">Where to read.</param>
    /// <param name="skip">Whether the elements are read past.</param>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        tensor ??= skip ? zeros(shape, type) : empty(shape, type);
        ReadElements(tensor, reader, type, shape, skip);
    }

    private static (ScalarType, long[]) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)reader.Decode();
        var shape = new long[reader.Decode()];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.Decode();
        return (type, shape);
    }

    private static void ReadElements(Tensor tensor, BinaryReader reader, ScalarType type, long[] shape, bool skip)
    {
        if (skip)
        {
            reader.BaseStream.Seek(shape.TotalSize() * type.ElementSize(), SeekOrigin.Current);
            return;
        }

        if (!shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException("Mismatched tensor shape while loading. Make sure that the model you are loading into is exactly the same as the origin.");

        using var gradients = no_grad();
        using var loaded = empty(shape, tensor.dtype);
        loaded.ReadBytesFromStream(reader.BaseStream);
        tensor.copy_(loaded);
    }
}
