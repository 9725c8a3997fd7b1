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

    /// <summary>The method in Hugging Face PEFT's configuration.</summary>
    internal abstract PeftMethod Peft { get; }
}
