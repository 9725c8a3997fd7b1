namespace Declarative.Tests.Support;

/// <summary>A test that writes to a device that is always full.</summary>
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public const string Device = "/dev/full";

    public FullDiskFactAttribute() => Skip = File.Exists(Device) ? null : $"There is no {Device} here.";
}
