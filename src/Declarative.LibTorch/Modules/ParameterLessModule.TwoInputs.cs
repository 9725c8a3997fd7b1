using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module with two inputs and neither parameters nor buffers; moving it does nothing.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
{
    /// <summary>Creates a module without components.</summary>
    /// <param name="name">The module's name.</param>
    protected ParameterLessModule(string name) : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    /// <inheritdoc/>
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    /// <inheritdoc/>
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;

    /// <summary>Throws: the module has no buffers.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) =>
        throw ParameterLess.NoBuffers();

    /// <summary>Throws: the module has no parameters.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.NoParameters();

    /// <summary>Registers a submodule that has no parameters either.</summary>
    /// <exception cref="InvalidOperationException">The submodule is not parameter-less.</exception>
    public override void register_module(string name, nn.Module submodule)
    {
        ParameterLess.Require(submodule);
        base.register_module(name, submodule);
    }
}
