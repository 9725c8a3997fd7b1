using System.Collections;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>A list of modules, registered by their positions.</summary>
/// <remarks>Registration happens once, when the list is itself registered; later changes of the list do not reach it.</remarks>
/// <typeparam name="T">The type of the modules.</typeparam>
public class ModuleList<T> : Module, IList<T> where T : Module
{
    private readonly List<T> _list = [];
    private bool _registered;

    /// <summary>Creates a list.</summary>
    /// <param name="modules">The modules.</param>
    public ModuleList(params T[] modules) : base(nameof(ModuleList)) => append(modules);

    /// <summary>The number of modules.</summary>
    public int Count => _list.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The module at a position. Setting it does not change what is registered.</summary>
    /// <param name="index">The position.</param>
    public T this[int index]
    {
        get => _list[index];
        set => _list[index] = value;
    }

    /// <summary>Registers the modules under their positions, once.</summary>
    protected override void RegisterComponents()
    {
        if (_registered) return;
        for (var i = 0; i < _list.Count; i++) register_module($"{i}", _list[i]);
        _registered = true;
    }

    /// <summary>Adds a module.</summary>
    public void Add(T item) => _list.Add(item);

    /// <summary>Adds modules.</summary>
    public void append(params T[] parameters)
    {
        if (parameters is not null) _list.AddRange(parameters);
    }

    /// <summary>Adds modules.</summary>
    public void extend(IEnumerable<T> modules) => _list.AddRange(modules);

    /// <summary>Empties the list.</summary>
    public void Clear() => _list.Clear();

    /// <summary>Whether a module is in the list.</summary>
    public bool Contains(T item) => _list.Contains(item);

    /// <summary>Copies the modules to an array.</summary>
    public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    /// <summary>The modules in order.</summary>
    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

    /// <summary>The position of a module, or -1.</summary>
    public int IndexOf(T item) => _list.IndexOf(item);

    /// <summary>Inserts a module.</summary>
    public void Insert(int index, T item) => _list.Insert(index, item);

    /// <summary>Removes a module from the list.</summary>
    public bool Remove(T item) => _list.Remove(item);

    /// <summary>Removes the module at a position from the list.</summary>
    public void RemoveAt(int index) => _list.RemoveAt(index);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
