namespace System.Runtime.CompilerServices;

/// <summary>Not in netstandard2.0; the compiler knows it by name.</summary>
internal static class IsExternalInit;
