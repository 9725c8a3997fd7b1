using Declarative;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CharGptSample.Model;

/// <summary>
/// A small decoder-only transformer over characters. Its attributes reach into the blocks, each under a name of its own, so that
/// one of them is attached at a time; LoRA's are on the classes that own the layers.
/// </summary>
[DoRA(Name = "dora", Rank = 8, Alpha = 16, Targets = Adapted)]
[QLora(Name = "qlora", Rank = 8, Alpha = 16, Targets = Adapted)]
[QDoRA(Name = "qdora", Rank = 8, Alpha = 16, Targets = Adapted)]
[VeRA(Name = "vera", Rank = 64, SharedSeed = 42, Targets = Adapted)]
[AdaLora(Name = "adalora", InitialRank = 12, TargetRank = 8, Alpha = 16, InitialSteps = 5, FinalSteps = 5, TotalSteps = 400, Targets = Adapted)]
[DeltaLora(Name = "deltalora", Rank = 8, Alpha = 16, StartStep = 20, Targets = Adapted)]
[IA3(Name = "ia3", Targets = Adapted, FeedForward = "down_proj")]
[LoHa(Name = "loha", Rank = 4, Alpha = 8, Targets = Adapted)]
[LoKr(Name = "lokr", Rank = 4, Alpha = 8, Targets = Adapted)]
[Oft(Name = "oft", BlockSize = 32, Targets = Adapted)]
[BitFit(Name = "bitfit")]
[NormTuning(Name = "normtuning")]
public sealed partial class CharGpt : Module<Tensor, Tensor>
{
    private const string Adapted = "q_proj|v_proj|gate_proj|up_proj|down_proj";

    private readonly Embedding token_embedding, position_embedding;
    public readonly ModuleList<Block> blocks;
    private readonly LayerNorm norm;
    private readonly Linear lm_head;

    public CharGpt(CharGptConfig config) : base(nameof(CharGpt))
    {
        Config = config;
        token_embedding = Embedding(config.Vocabulary, config.Hidden);
        position_embedding = Embedding(config.Context, config.Hidden);
        blocks = new ModuleList<Block>([.. Enumerable.Range(0, config.Layers).Select(_ => new Block(config))]);
        norm = LayerNorm(config.Hidden);
        lm_head = Linear(config.Hidden, config.Vocabulary, hasBias: false);
        RegisterComponents();
        using var noGradients = no_grad();
        token_embedding.weight!.mul_(0.02);
        position_embedding.weight!.mul_(0.02);
    }

    /// <summary>The sizes the model was made with.</summary>
    public CharGptConfig Config { get; }

    /// <summary>[batch, time] of tokens to [batch, time, vocabulary] of logits for the character after each.</summary>
    public override Tensor forward(Tensor tokens)
    {
        using var scope = NewDisposeScope();
        var positions = arange(tokens.shape[1], device: tokens.device);
        var x = token_embedding.forward(tokens) + position_embedding.forward(positions);
        foreach (var block in blocks)
            x = block.forward(x);
        return lm_head.forward(norm.forward(x)).MoveToOuterDisposeScope();
    }
}
