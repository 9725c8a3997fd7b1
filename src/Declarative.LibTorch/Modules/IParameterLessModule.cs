namespace TorchSharp.Modules;

/// <summary>Marks modules that can have neither parameters nor buffers.</summary>
public interface IParameterLessModule
{
}
