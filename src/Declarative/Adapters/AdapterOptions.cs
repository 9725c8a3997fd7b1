namespace Declarative;

/// <summary>The settings of one adapter attribute, as the generated code hands them over. One record per method.</summary>
public abstract record AdapterOptions
{
    private protected AdapterOptions()
    {
    }

    /// <summary>The method's name, as its attribute spells it: <c>Lora</c>.</summary>
    public abstract string Method { get; }

    /// <summary>Which biases of the model are trained along.</summary>
    public TrainedBias Bias { get; init; }

    /// <summary>Makes the adapter of a layer whose static type says too little; generated code names the type otherwise.</summary>
    /// <param name="layer">The layer.</param>
    /// <exception cref="AdapterException">The method cannot adapt a layer of this type.</exception>
    public abstract Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer);

    /// <summary>The settings of one layer; a method that treats layers differently by their place says so here.</summary>
    /// <param name="path">The layer's path from the annotated module.</param>
    /// <param name="isLinear">Whether <c>all-linear</c> means it.</param>
    /// <exception cref="AdapterException">A pattern is malformed.</exception>
    internal virtual AdapterOptions For(string path, bool isLinear) => this;

    /// <summary>The method in Hugging Face PEFT's configuration.</summary>
    internal abstract PeftMethod Peft { get; }

    /// <summary>Whether the method adapts layers of this kind; <see cref="CreateAdapter"/> has the last word.</summary>
    internal virtual bool Adapts(nn.Module layer) => true;

    /// <summary>What <see cref="AdapterSet.AdamW"/> multiplies its learning rate by for the biases trained along.</summary>
    internal virtual double BiasLearningRateRatio => 1;

    /// <summary>Adapters whose options have equal keys share a session.</summary>
    internal virtual object SessionKey => this;

    /// <summary>What adapters with these options have in common; <see langword="null"/> for nothing.</summary>
    /// <param name="adapters">The adapters of one key, made and not yet started.</param>
    internal virtual MethodSession? Begin(IReadOnlyList<Adapter> adapters) => null;
}
