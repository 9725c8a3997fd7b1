namespace Declarative;

/// <summary>
/// The settings of a method that trains parameters of the model itself and adds none: no adapter is made, and no call is
/// intercepted.
/// </summary>
public abstract record InPlaceOptions : AdapterOptions
{
    private protected InPlaceOptions()
    {
    }

    /// <summary>Not for such a method.</summary>
    /// <param name="layer">A layer.</param>
    /// <exception cref="AdapterException">Always: the method makes no adapter.</exception>
    public sealed override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) =>
        throw new AdapterException($"[{Method}] trains a layer's own parameters, so there is no adapter to make for a {layer?.GetType().Name}.");

    /// <summary>Whether the method trains that parameter.</summary>
    /// <param name="module">The module that has it.</param>
    /// <param name="name">Its name there.</param>
    internal abstract bool Trains(nn.Module module, string name);

    /// <summary>What the method trains, for an error that lists it: <c>biases</c>.</summary>
    internal abstract string What { get; }

    /// <summary>The parameter's name in a checkpoint, without the prefix.</summary>
    /// <param name="module">The path of the module that has it; empty for the model itself.</param>
    /// <param name="name">Its name there.</param>
    internal virtual string CheckpointName(string module, string name) => ModelWalk.Join(module, name);
}
