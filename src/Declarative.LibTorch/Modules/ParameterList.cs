using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of parameters, named by their positions.</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> _list = [];
    private bool _registered;

    /// <summary>Creates a list.</summary>
    /// <param name="parameters">The parameters.</param>
    public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => append(parameters);

    /// <summary>The number of parameters.</summary>
    public int Count => _list.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The parameter at a position.</summary>
    /// <param name="index">The position.</param>
    public Parameter this[int index]
    {
        get => _list[index];
        set => _list[index] = value;
    }

    /// <summary>Registers the parameters under their positions, once.</summary>
    protected override void RegisterComponents()
    {
        if (_registered) return;
        for (var i = 0; i < _list.Count; i++) register_parameter($"{i}", _list[i]);
        _registered = true;
    }

    /// <summary>The parameters with their positions as names.</summary>
    /// <param name="recurse">Without effect.</param>
    public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
        _list.Select((parameter, i) => ($"{i}", parameter));

    /// <inheritdoc/>
    public override bool has_parameter(string target) => get_parameter(target) is not null;

    /// <inheritdoc/>
    public override Parameter? get_parameter(string target) =>
        int.TryParse(target, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) &&
        index >= 0 && index < _list.Count ? _list[index] : null;

    /// <inheritdoc/>
    protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
    {
        for (var i = 0; i < _list.Count; i++)
        {
            if (Moved(_list[i], dtype, device) is not { } moved) continue;
            _list[i].Dispose();
            _list[i] = moved;
        }

        if (device is null) return;
        _deviceType = device.type;
        _deviceIndex = device.index;
    }

    /// <summary>Adds a parameter.</summary>
    public void Add(Parameter item) => _list.Add(item);

    /// <summary>Adds parameters.</summary>
    public void append(params Parameter[] parameters)
    {
        if (parameters is not null) _list.AddRange(parameters);
    }

    /// <summary>Adds parameters.</summary>
    public void extend(IEnumerable<Parameter> parameters) => _list.AddRange(parameters);

    /// <summary>Empties the list.</summary>
    public void Clear() => _list.Clear();

    /// <summary>Whether a parameter is in the list.</summary>
    public bool Contains(Parameter item) => _list.Contains(item);

    /// <summary>Copies the parameters to an array.</summary>
    public void CopyTo(Parameter[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    /// <summary>The parameters in order.</summary>
    public IEnumerator<Parameter> GetEnumerator() => _list.GetEnumerator();

    /// <summary>The position of a parameter, or -1.</summary>
    public int IndexOf(Parameter item) => _list.IndexOf(item);

    /// <summary>Inserts a parameter.</summary>
    public void Insert(int index, Parameter item) => _list.Insert(index, item);

    /// <summary>Removes a parameter.</summary>
    public bool Remove(Parameter item) => _list.Remove(item);

    /// <summary>Removes the parameter at a position.</summary>
    public void RemoveAt(int index) => _list.RemoveAt(index);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
