namespace TorchSharp.Utils;

#nullable disable
/// <summary>Gives the component in a module's field another name than the field's.</summary>
[AttributeUsage(AttributeTargets.All)]
public class ComponentNameAttribute : Attribute
{
    /// <summary>The name under which the component is registered.</summary>
    public string Name { get; set; }
}
