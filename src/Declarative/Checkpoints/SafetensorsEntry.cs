namespace Declarative;

/// <summary>One tensor of a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Shape">Its shape, no size negative.</param>
/// <param name="Begin">Where its bytes begin, from the end of the header.</param>
/// <param name="Length">How many bytes it has: exactly those of its shape and type.</param>
internal sealed record SafetensorsEntry(string Name, ScalarType Type, long[] Shape, long Begin, long Length);
