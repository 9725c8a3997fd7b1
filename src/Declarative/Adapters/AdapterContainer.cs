namespace Declarative;

/// <summary>
/// The adapters of one module's layers, registered as its child <c>adapters</c>, so that <c>.to()</c>, <c>train()</c>,
/// <c>parameters()</c> and <c>state_dict()</c> see them. The generator derives one type per module class from it, with a
/// typed property per layer.
/// </summary>
public abstract class AdapterContainer : nn.Module
{
    /// <summary>The name of the child that holds a module's adapters.</summary>
    public const string ChildName = "adapters";

    private readonly Dictionary<string, Adapter> adapters = new(StringComparer.Ordinal);

    /// <summary>An empty container.</summary>
    protected AdapterContainer()
        : base(nameof(AdapterContainer))
    {
    }

    internal bool IsEmpty => adapters.Count == 0;

    /// <summary>The container of <paramref name="owner"/>, or <see langword="null"/> where nothing is attached to its layers.</summary>
    /// <typeparam name="T">The generated type of the owner's container.</typeparam>
    public static T? Of<T>(nn.Module owner)
        where T : AdapterContainer =>
        owner.named_children().FirstOrDefault(static c => c.name == ChildName).module as T;

    /// <summary>The adapter of one layer.</summary>
    /// <param name="localPath">The layer's path from the owner: <c>q_proj</c>, <c>net.fc1</c>.</param>
    /// <exception cref="AdapterException">The layer has no adapter of this type.</exception>
    protected T Get<T>(string localPath)
        where T : Adapter =>
        Find<T>(localPath)
        ?? throw new AdapterException(
            adapters.TryGetValue(localPath, out var other)
                ? $"The adapter of '{localPath}' is a {other.GetType().Name}, not a {typeof(T).Name}."
                : $"The layer '{localPath}' has no adapter; attached here: {string.Join(", ", adapters.Keys)}.");

    /// <summary>The adapter of one layer, or <see langword="null"/> where it has none of this type.</summary>
    /// <param name="localPath">The layer's path from the owner: <c>q_proj</c>, <c>net.fc1</c>.</param>
    protected T? Find<T>(string localPath)
        where T : Adapter =>
        adapters.GetValueOrDefault(localPath) as T;

    /// <summary>The adapters of a list's or dictionary's elements, in their order.</summary>
    /// <param name="localTemplate">The path from the owner, with <c>#</c> or <c>*</c> for the element: <c>heads.#</c>.</param>
    protected IReadOnlyList<T> All<T>(string localTemplate)
        where T : Adapter =>
        [.. adapters.Where(a => PathTemplate.Covers(localTemplate, a.Key)).Select(static a => a.Value).OfType<T>()];

    /// <inheritdoc/>
    /// <exception cref="AdapterException">The adapters are merged: nothing would be trained.</exception>
    public override void train(bool train = true)
    {
        if (train && adapters.Values.FirstOrDefault(static a => a.IsMerged) is { } merged)
            throw MergedTraining.Error(merged.AdapterName);
        base.train(train);
    }

    internal void Add(string localPath, Adapter adapter)
    {
        adapters.Add(localPath, adapter);
        var segments = localPath.Split('.');
        nn.Module parent = this;
        foreach (var segment in segments[..^1])
            parent = AdapterGroup.Child(parent, segment);
        parent.register_module(segments[^1], adapter);
    }

    internal void Remove(string localPath)
    {
        if (!adapters.Remove(localPath))
            return;
        Unregister(this, localPath.Split('.'));
    }

    /// <inheritdoc/>
    protected override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
    {
        // Made after the model was moved, so its own record says nothing about where its adapters are.
        _deviceIndex = int.MinValue;
        return base._to(deviceType, deviceIndex, non_blocking);
    }

    // Removes the last module of the path, and the groups above it that are left empty.
    private static void Unregister(nn.Module parent, ReadOnlySpan<string> segments)
    {
        if (segments.Length > 1 && AdapterGroup.Find(parent, segments[0]) is { } group)
        {
            Unregister(group, segments[1..]);
            if (group.named_children().Any())
                return;
            parent.register_module(segments[0], null!);
            group.Dispose();
        }
        else
        {
            parent.register_module(segments[0], null!);
        }
    }
}
