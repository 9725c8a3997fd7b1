using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>What Hugging Face PEFT has in its configuration for one method.</summary>
internal abstract class PeftMethod
{
    /// <summary>The value of <c>peft_type</c>.</summary>
    public abstract string PeftType { get; }

    /// <summary>The value of <c>bias</c> where the biases of the adapted layers are trained.</summary>
    public virtual string LayerBias => "lora_only";

    /// <summary>Whether the configuration has a field <c>bias</c>, for biases that are trained along.</summary>
    public virtual bool TrainsBiases => true;

    /// <summary>Adds the method's own fields for <paramref name="adapters"/>, which are all of this method.</summary>
    /// <exception cref="AdapterException">One configuration cannot say what these adapters are.</exception>
    public abstract void Write(JsonObject config, IReadOnlyList<Adapter> adapters);

    /// <summary>Adds the fields of <paramref name="adapters"/> rewritten as ordinary LoRA on the base weights as they were.</summary>
    /// <exception cref="AdapterException">They are not built on LoRA, or one configuration cannot say what they are.</exception>
    public virtual void WriteAsPlainLora(JsonObject config, IReadOnlyList<Adapter> adapters) => throw new AdapterException(
        $"{PeftType} adapters cannot be written as ordinary LoRA. Save them without asPlainLora.");

    /// <summary>Adds the features that a configuration asks for and the method has not.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="method">The attribute.</param>
    /// <param name="features">Their fields.</param>
    /// <param name="mismatches">Takes them.</param>
    protected static void Refuse(PeftConfig config, string method, IEnumerable<string> features, MismatchList mismatches)
    {
        foreach (var feature in features.Where(config.Has))
            mismatches.Add($"the checkpoint uses PEFT's {feature} ({config.Raw(feature)}), which [{method}] has not");
    }

    /// <summary>Adds what <paramref name="config"/> says differently about <paramref name="adapters"/>, or asks for and is not supported.</summary>
    public abstract void Compare(PeftConfig config, IReadOnlyList<Adapter> adapters, MismatchList mismatches);
}
