using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>A dictionary of modules in the order of insertion, registered by their keys.</summary>
/// <remarks>
/// Registration happens once, when the dictionary is itself registered; later changes do not reach it. As in TorchSharp
/// 0.107, <c>to</c> throws, because the class has two indexers.
/// </remarks>
/// <typeparam name="T">The type of the modules.</typeparam>
public class ModuleDict<T> : Module, IDictionary<string, T>, IList<(string, T)> where T : Module
{
    private readonly OrderedDict<string, T> _entries = new();
    private bool _registered;

    /// <summary>Creates an empty dictionary.</summary>
    public ModuleDict() : base(nameof(ModuleDict))
    {
    }

    /// <summary>The number of modules.</summary>
    public int Count => _entries.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys in order.</summary>
    public ICollection<string> Keys => _entries.Keys;

    /// <summary>The modules in order.</summary>
    public ICollection<T> Values => _entries.Values;

    /// <summary>The entry at a position.</summary>
    /// <param name="index">The position.</param>
    public (string, T) this[int index]
    {
        get => _entries[index];
        set => _entries[index] = value;
    }

    /// <summary>The module of a key. Only the module of a key that exists can be set.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentOutOfRangeException">A module is set for a key that does not exist.</exception>
    public T this[string key]
    {
        get => _entries[key];
        set
        {
            if (!_entries.ContainsKey(key)) throw new ArgumentOutOfRangeException(nameof(key));
            _entries[key] = value;
        }
    }

    /// <summary>Registers the modules under their keys, once.</summary>
    protected override void RegisterComponents()
    {
        if (_registered) return;
        foreach (var (key, module) in _entries) register_module(key, module);
        _registered = true;
    }

    /// <summary>The entries in order.</summary>
    public IEnumerator<(string, T)> items() => _entries.items();

    /// <summary>The keys.</summary>
    public IEnumerable<string> keys() => _entries.keys();

    /// <summary>The modules.</summary>
    public IEnumerable<T> values() => _entries.values();

    /// <summary>Empties the dictionary.</summary>
    public void clear() => _entries.clear();

    /// <summary>Empties the dictionary.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Adds a module.</summary>
    public void Add((string, T) item) => _entries.Add(item);

    /// <summary>Adds a module.</summary>
    public void Add(string key, T value) => _entries.Add(key, value);

    /// <summary>Adds a module.</summary>
    public void Add(KeyValuePair<string, T> item) => _entries.Add(item);

    /// <summary>Whether an entry is there.</summary>
    public bool Contains((string, T) item) => _entries.Contains(item);

    /// <summary>Whether the entry's key is there.</summary>
    public bool Contains(KeyValuePair<string, T> item) => _entries.ContainsKey(item.Key);

    /// <summary>Whether a key is there.</summary>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <summary>Copies the entries to an array.</summary>
    public void CopyTo((string, T)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <summary>Not supported, as in TorchSharp.</summary>
    /// <exception cref="NotImplementedException">Always.</exception>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => throw new NotImplementedException();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => _entries.GetEnumerator();

    /// <summary>The position of an entry, or -1.</summary>
    public int IndexOf((string, T) item) => _entries.IndexOf(item);

    /// <summary>Inserts an entry at a position.</summary>
    public void Insert(int index, (string, T) item) => _entries.Insert(index, item);

    /// <summary>Removes an entry.</summary>
    public bool Remove((string, T) item) => _entries.Remove(item);

    /// <summary>Removes a key that exists.</summary>
    /// <exception cref="KeyNotFoundException">The key does not exist.</exception>
    public bool Remove(string key) => _entries.Remove(key);

    /// <summary>Removes the entry's key.</summary>
    public bool Remove(KeyValuePair<string, T> item) => _entries.RemoveIfPresent(item.Key);

    /// <summary>Removes the entry at a position.</summary>
    /// <exception cref="IndexOutOfRangeException">The position is past the end.</exception>
    public void RemoveAt(int index) => _entries.RemoveAt(index);

    /// <summary>The module of a key, if it exists.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        throw new NotImplementedException();

    IEnumerator IEnumerable.GetEnumerator() => throw new NotImplementedException();
}
