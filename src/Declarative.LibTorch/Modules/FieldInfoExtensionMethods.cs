using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>The names of components in fields.</summary>
public static class FieldInfoExtensionMethods
{
    /// <summary>The name given by <see cref="ComponentNameAttribute"/>, or the field's own.</summary>
    /// <param name="field">The field.</param>
    public static string ComponentName(this FieldInfo field) =>
        field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}
