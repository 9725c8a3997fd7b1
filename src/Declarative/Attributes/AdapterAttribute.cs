namespace Declarative;

/// <summary>
/// What every adapter attribute says: which layers get an adapter, and under which name. On a class it reaches the
/// layers of that class and of every module class inside it; on a field or property that member is the one target.
/// </summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public abstract class AdapterAttribute : Attribute
{
    private protected AdapterAttribute()
    {
    }

    /// <summary>The adapter's name, by which <see cref="AdapterSet.Attach"/> can select it.</summary>
    public string Name { get; set; } = AdapterPlan.DefaultName;

    /// <summary>
    /// The layers: alternatives split by <c>|</c>, each matching a suffix of a layer's registered path by whole segments,
    /// <c>*</c> inside a segment, <c>**</c> across segments; <c>all-linear</c> (the default, where the method says no other) is
    /// every linear layer but the output head. Ignored on a field or property.
    /// </summary>
    public string Targets { get; set; } = "all-linear";

    /// <summary>The layers to leave out, in the form of <see cref="Targets"/>; empty for none.</summary>
    public string Exclude { get; set; } = "";
}
