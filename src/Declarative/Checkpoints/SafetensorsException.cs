namespace Declarative;

/// <summary>A safetensors file is damaged or of a kind that cannot be read. The message names the file and the fault.</summary>
public sealed class SafetensorsException : IOException
{
    /// <summary>An exception with a general message.</summary>
    public SafetensorsException()
        : base("The safetensors file cannot be read.")
    {
    }

    /// <summary>An exception with <paramref name="message"/>.</summary>
    public SafetensorsException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with <paramref name="message"/> and its cause.</summary>
    public SafetensorsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
