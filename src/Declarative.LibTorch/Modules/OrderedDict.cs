using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order of insertion and can be read by position.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)> where TKey : notnull
{
    private readonly List<(TKey Key, TValue Value)> _list = [];
    private readonly Dictionary<TKey, TValue> _values = [];

    /// <summary>The number of entries.</summary>
    public int Count => _values.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys in order.</summary>
    public ICollection<TKey> Keys => _list.ConvertAll(entry => entry.Key);

    /// <summary>The values in order.</summary>
    public ICollection<TValue> Values => _list.ConvertAll(entry => entry.Value);

    /// <summary>The entry at a position.</summary>
    /// <param name="index">The position.</param>
    public (TKey, TValue) this[int index]
    {
        get => _list[index];
        set
        {
            _list[index] = value;
            _values[value.Item1] = value.Item2;
        }
    }

    /// <summary>The value of a key; setting one that does not exist adds it at the end.</summary>
    /// <param name="key">The key.</param>
    public TValue this[TKey key]
    {
        get => _values[key];
        set
        {
            if (_values.ContainsKey(key)) _list[PositionOf(key)] = (key, value);
            else _list.Add((key, value));
            _values[key] = value;
        }
    }

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> items() => _list.GetEnumerator();

    /// <summary>The keys.</summary>
    public IEnumerable<TKey> keys() => _values.Keys;

    /// <summary>The values.</summary>
    public IEnumerable<TValue> values() => _values.Values;

    /// <summary>Removes all entries.</summary>
    public void clear()
    {
        _list.Clear();
        _values.Clear();
    }

    /// <summary>Removes all entries.</summary>
    public void Clear() => clear();

    /// <summary>Adds an entry at the end.</summary>
    /// <exception cref="ArgumentException">The key exists.</exception>
    public void Add((TKey, TValue) item) => Insert(_list.Count, item);

    /// <summary>Adds an entry at the end.</summary>
    /// <exception cref="ArgumentException">The key exists.</exception>
    public void Add(TKey key, TValue value) => Insert(_list.Count, (key, value));

    /// <summary>Adds an entry at the end.</summary>
    /// <exception cref="ArgumentException">The key exists.</exception>
    public void Add(KeyValuePair<TKey, TValue> item) => Insert(_list.Count, (item.Key, item.Value));

    /// <summary>Inserts an entry at a position.</summary>
    /// <exception cref="ArgumentException">The key exists.</exception>
    public void Insert(int index, (TKey, TValue) item)
    {
        _values.Add(item.Item1, item.Item2);
        _list.Insert(index, item);
    }

    /// <summary>Whether an entry is there.</summary>
    public bool Contains((TKey, TValue) item) => _list.Contains(item);

    /// <summary>Whether the entry's key is there.</summary>
    public bool Contains(KeyValuePair<TKey, TValue> item) => _values.ContainsKey(item.Key);

    /// <summary>Whether a key is there.</summary>
    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    /// <summary>Copies the entries to an array.</summary>
    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    /// <summary>Not supported, as in TorchSharp.</summary>
    /// <exception cref="NotImplementedException">Always.</exception>
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) => throw new NotImplementedException();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> GetEnumerator() => _list.GetEnumerator();

    /// <summary>The position of an entry, or -1.</summary>
    public int IndexOf((TKey, TValue) item) => _list.IndexOf(item);

    /// <summary>Removes an entry.</summary>
    public bool Remove((TKey, TValue) item)
    {
        _values.Remove(item.Item1);
        return _list.Remove(item);
    }

    /// <summary>Removes a key that exists.</summary>
    /// <exception cref="KeyNotFoundException">The key does not exist.</exception>
    public bool Remove(TKey key) => RemoveIfPresent(key)
        ? true
        : throw new KeyNotFoundException($"The given key '{key}' was not present in the dictionary.");

    /// <summary>Removes the entry's key.</summary>
    public bool Remove(KeyValuePair<TKey, TValue> item) => RemoveIfPresent(item.Key);

    /// <summary>Removes the entry at a position.</summary>
    /// <exception cref="IndexOutOfRangeException">The position is past the end.</exception>
    public void RemoveAt(int index)
    {
        if (index >= _list.Count) throw new IndexOutOfRangeException();
        _values.Remove(_list[index].Key);
        _list.RemoveAt(index);
    }

    /// <summary>The value of a key, if it exists.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() =>
        throw new NotImplementedException();

    IEnumerator IEnumerable.GetEnumerator() => throw new NotImplementedException();

    internal bool RemoveIfPresent(TKey key)
    {
        if (!_values.Remove(key)) return false;
        _list.RemoveAt(PositionOf(key));
        return true;
    }

    private int PositionOf(TKey key) =>
        _list.FindIndex(entry => EqualityComparer<TKey>.Default.Equals(entry.Key, key));
}
