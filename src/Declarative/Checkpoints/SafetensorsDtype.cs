namespace Declarative;

/// <summary>The element types of a safetensors file that a tensor can have.</summary>
internal static class SafetensorsDtype
{
    private static readonly (string Name, ScalarType Type, int Size)[] Known =
    [
        ("BOOL", ScalarType.Bool, 1),
        ("U8", ScalarType.Byte, 1),
        ("I8", ScalarType.Int8, 1),
        ("I16", ScalarType.Int16, 2),
        ("F16", ScalarType.Float16, 2),
        ("BF16", ScalarType.BFloat16, 2),
        ("I32", ScalarType.Int32, 4),
        ("F32", ScalarType.Float32, 4),
        ("I64", ScalarType.Int64, 8),
        ("F64", ScalarType.Float64, 8),
    ];

    public static string Names { get; } = string.Join(", ", Known.Select(static k => k.Name));

    public static (ScalarType Type, int Size)? Find(string? name)
    {
        foreach (var known in Known)
        {
            if (known.Name == name)
                return (known.Type, known.Size);
        }
        return null;
    }

    public static (string Name, int Size)? Find(ScalarType type)
    {
        foreach (var known in Known)
        {
            if (known.Type == type)
                return (known.Name, known.Size);
        }
        return null;
    }
}
