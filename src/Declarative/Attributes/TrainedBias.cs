namespace Declarative;

/// <summary>Which biases of the base model are trained along with the adapters.</summary>
public enum TrainedBias
{
    /// <summary>No bias.</summary>
    None,

    /// <summary>Every parameter of the model with <c>bias</c> in its path, as Hugging Face PEFT has it.</summary>
    All,

    /// <summary>The biases of the adapted layers.</summary>
    LoraOnly,
}
