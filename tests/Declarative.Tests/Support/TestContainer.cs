namespace Declarative.Tests.Support;

/// <summary>What the generator derives for a module class, without its typed properties.</summary>
internal sealed class TestContainer : AdapterContainer
{
    public T Adapter<T>(string localPath)
        where T : Adapter =>
        Get<T>(localPath);

    public T? TryAdapter<T>(string localPath)
        where T : Adapter =>
        Find<T>(localPath);

    public IReadOnlyList<T> Elements<T>(string localTemplate)
        where T : Adapter =>
        All<T>(localTemplate);
}
