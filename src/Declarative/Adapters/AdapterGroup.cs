namespace Declarative;

/// <summary>A level of an <see cref="AdapterContainer"/>: <c>net</c> of the layer <c>net.fc1</c>.</summary>
internal sealed class AdapterGroup() : nn.Module(nameof(AdapterGroup))
{
    public static AdapterGroup? Find(nn.Module parent, string name) =>
        parent.named_children().FirstOrDefault(c => c.name == name).module as AdapterGroup;

    public static AdapterGroup Child(nn.Module parent, string name)
    {
        if (Find(parent, name) is { } existing)
            return existing;
        var group = new AdapterGroup();
        parent.register_module(name, group);
        return group;
    }

    /// <inheritdoc/>
    protected override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
    {
        _deviceIndex = int.MinValue;
        return base._to(deviceType, deviceIndex, non_blocking);
    }
}
