namespace Declarative;

/// <summary>Adapters cannot be attached, merged or used as asked. The message names the layer, the value and the way out.</summary>
public class AdapterException : InvalidOperationException
{
    /// <summary>An exception with a general message.</summary>
    public AdapterException()
        : base("The adapters cannot be used this way.")
    {
    }

    /// <summary>An exception with <paramref name="message"/>.</summary>
    public AdapterException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with <paramref name="message"/> and its cause.</summary>
    public AdapterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
