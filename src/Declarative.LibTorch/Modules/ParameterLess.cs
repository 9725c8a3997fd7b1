namespace TorchSharp.Modules;

/// <summary>What the parameter-less modules of every number of inputs share.</summary>
internal static class ParameterLess
{
    public static InvalidOperationException NoBuffers() =>
        new("Cannot register a buffer on a module that is declared 'parameter-less.'");

    public static InvalidOperationException NoParameters() =>
        new("Cannot register a parameter on a module that is declared 'parameter-less.'");

    public static void Require(torch.nn.Module submodule)
    {
        if (submodule is not IParameterLessModule)
            throw new InvalidOperationException("Submodules of a parameter-less module must also be parameter-less.");
    }
}
