namespace TorchSharp.Utils;

/// <summary>Integers in as many bytes as they need, seven bits in each, the lowest first.</summary>
internal static class LEB128Codec
{
    /// <summary>Writes an integer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    internal static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        while (value > 0x7f)
        {
            writer.Write((byte)(value & 0x7f | 0x80));
            value >>= 7;
        }
        writer.Write((byte)value);
    }

    /// <summary>Reads an integer.</summary>
    /// <exception cref="InvalidDataException">It does not fit into 64 bits.</exception>
    internal static long Decode(this BinaryReader reader)
    {
        var result = 0L;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = reader.ReadByte();
            result |= (long)(next & 0x7f) << shift;
            if (next < 0x80) return result;
        }
        throw new InvalidDataException("A number is longer than 64 bits.");
    }
}
