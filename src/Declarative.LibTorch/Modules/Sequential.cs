using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules called one after the other, each with the result of the one before.</summary>
/// <remarks>
/// The modules are held in a list of its own and not among the registered submodules; adding one does not register its
/// components.
/// </remarks>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> _modules = [];
    private readonly List<string> _names = [];

    internal Sequential() : base(nameof(Sequential))
    {
    }

    /// <summary>Creates a sequence of named modules.</summary>
    /// <param name="modules">The modules.</param>
    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : this()
    {
        foreach (var (name, module) in modules) Add(name, module);
    }

    /// <summary>Creates a sequence of modules named by their positions.</summary>
    /// <param name="modules">The modules.</param>
    protected Sequential(params nn.Module<Tensor, Tensor>[] modules) : this()
    {
        foreach (var module in modules) Add(module);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>The module at a position.</summary>
    /// <param name="index">The position.</param>
    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => _modules[index];

    /// <summary>A sequence of the modules of a range, with their names.</summary>
    /// <param name="index">The first position and the one after the last; null for the sequence's own ends.</param>
    /// <exception cref="IndexOutOfRangeException">A position is outside the sequence.</exception>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    /// <summary>A sequence of the modules of a range, with their names.</summary>
    /// <param name="index">The range.</param>
    /// <exception cref="IndexOutOfRangeException">A position is outside the sequence.</exception>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    /// <summary>Adds a module at the end.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="module">The module.</param>
    /// <returns>This sequence.</returns>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        Add(name, module);
        return this;
    }

    /// <summary>Adds a module at the end, named by its position.</summary>
    /// <param name="module">The module.</param>
    /// <returns>This sequence.</returns>
    public Sequential append(nn.IModule<Tensor, Tensor> module)
    {
        Add(module);
        return this;
    }

    /// <summary>Calls the modules in turn and disposes what they hand to each other.</summary>
    /// <param name="tensor">The first module's input; without modules the result is a new object for it.</param>
    public override Tensor forward(Tensor tensor)
    {
        if (_modules.Count == 0) return tensor.alias();

        var result = _modules[0].call(tensor);
        for (var i = 1; i < _modules.Count; i++)
        {
            var previous = result;
            result = _modules[i].call(previous);
            previous.Dispose();
        }
        return result;
    }

    /// <inheritdoc/>
    public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
    {
        if (!recurse) yield break;
        var seen = new HashSet<IntPtr>();
        foreach (var (path, child) in named_children())
        {
            foreach (var (name, parameter) in child.named_parameters(true))
            {
                if (IsNew(seen, parameter)) yield return ($"{path}.{name}", parameter);
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true)
    {
        if (!recurse) yield break;
        var seen = new HashSet<IntPtr>();
        foreach (var (path, child) in named_children())
        {
            foreach (var (name, buffer) in child.named_buffers(true, include_persistent))
            {
                if (IsNew(seen, buffer)) yield return ($"{path}.{name}", buffer);
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(string name, nn.Module module)> named_children()
    {
        for (var i = 0; i < _modules.Count; i++) yield return (_names[i], (nn.Module)_modules[i]);
    }

    /// <inheritdoc/>
    public override IEnumerable<(string name, nn.Module module)> named_modules()
    {
        foreach (var child in named_children()) yield return child;
        foreach (var (path, child) in named_children())
        {
            foreach (var (name, module) in child.named_modules()) yield return ($"{path}.{name}", module);
        }
    }

    /// <inheritdoc/>
    public override nn.Module apply(Action<nn.Module> fn)
    {
        foreach (var module in _modules) ((nn.Module)module).apply(fn);
        fn(this);
        return this;
    }

    /// <inheritdoc/>
    public override void train(bool on = true)
    {
        base.train(on);
        foreach (var module in _modules) ((nn.Module)module).train(on);
    }

    /// <inheritdoc/>
    public override void eval()
    {
        base.eval();
        foreach (var module in _modules) ((nn.Module)module).eval();
    }

    /// <inheritdoc/>
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking)
    {
        foreach (var module in _modules) ((nn.Module)module)._to(dtype, non_blocking);
        return this;
    }

    /// <inheritdoc/>
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking)
    {
        foreach (var module in _modules) ((nn.Module)module)._to(device, dtype, non_blocking);
        return this;
    }

    /// <inheritdoc/>
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
    {
        foreach (var module in _modules) ((nn.Module)module)._to(deviceType, deviceIndex, non_blocking);
        return this;
    }

    /// <summary>Releases the modules.</summary>
    /// <param name="disposing">True when called from <see cref="nn.Module.Dispose()"/>.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var module in _modules) ((nn.Module)module).Dispose();
        }
        base.Dispose(disposing);
    }

    internal void Add(string name, nn.IModule<Tensor, Tensor> module)
    {
        _modules.Add((nn.IModule<Tensor, Tensor>)(nn.Module)module);
        _names.Add(name);
    }

    internal void Add(nn.IModule<Tensor, Tensor> module) =>
        Add(_modules.Count.ToString(CultureInfo.InvariantCulture), module);

    private Sequential Slice(int start, int end)
    {
        if (start < 0 || start > Count) throw new IndexOutOfRangeException($"{start} is not a valid index.");
        if (end < 0 || end > Count) throw new IndexOutOfRangeException($"{end} is not a valid index.");

        var slice = new Sequential();
        for (var i = start; i < end; i++) slice.Add(_names[i], _modules[i]);
        return slice;
    }
}
