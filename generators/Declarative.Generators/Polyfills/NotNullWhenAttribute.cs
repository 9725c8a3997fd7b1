namespace System.Diagnostics.CodeAnalysis;

/// <summary>Not in netstandard2.0; the compiler knows it by name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
