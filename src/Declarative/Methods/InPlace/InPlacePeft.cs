using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>A method that trains in place in Hugging Face PEFT's configuration: nothing beside which modules.</summary>
/// <param name="method">The attribute.</param>
/// <param name="peftType">The value of <c>peft_type</c>.</param>
internal sealed class InPlacePeft(string method, string peftType) : PeftMethod
{
    public override string PeftType => peftType;

    public override bool TrainsBiases => false;

    public override void Write(JsonObject config, IReadOnlyList<Adapter> adapters)
    {
    }

    public override void Compare(PeftConfig config, IReadOnlyList<Adapter> adapters, MismatchList mismatches) =>
        Refuse(config, method, ["modules_to_save"], mismatches);
}
