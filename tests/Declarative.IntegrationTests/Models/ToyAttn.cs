using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Attention with one head and no mask, as the reference vectors have it.</summary>
public sealed class ToySelfAttention : Module<Tensor, Tensor>
{
    private readonly Linear q_proj, k_proj, v_proj, o_proj;
    private readonly double scale;

    public ToySelfAttention(long hidden) : base(nameof(ToySelfAttention))
    {
        q_proj = Linear(hidden, hidden);
        k_proj = Linear(hidden, hidden, hasBias: false);
        v_proj = Linear(hidden, hidden);
        o_proj = Linear(hidden, hidden, hasBias: false);
        scale = 1 / Math.Sqrt(hidden);
        RegisterComponents();
    }

    public override Tensor forward(Tensor n)
    {
        using var q = q_proj.forward(n);
        using var k = k_proj.forward(n);
        using var v = v_proj.call(n);
        using var keys = k.transpose(-2, -1);
        using var scores = matmul(q, keys);
        using var scaled = scores * scale;
        using var p = functional.softmax(scaled, -1);
        using var mixed = matmul(p, v);
        return o_proj.call(mixed);
    }
}

/// <summary>Norm, attention with a residual, and a projection without an activation.</summary>
public sealed class ToyLayer : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm;
    private readonly ToySelfAttention self_attn;
    private readonly Linear fc1;

    public ToyLayer(long hidden, long inner) : base(nameof(ToyLayer))
    {
        norm = LayerNorm(hidden, eps: 1e-5);
        self_attn = new ToySelfAttention(hidden);
        fc1 = Linear(hidden, inner);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var n = norm.forward(x);
        using var a = self_attn.forward(n);
        using var h = x + a;
        return fc1.forward(h);
    }
}

/// <summary>The layers.</summary>
public sealed class ToyBody : Module<Tensor, Tensor>
{
    private readonly ModuleList<ToyLayer> layers = new(new ToyLayer(24, 40));

    public ToyBody() : base(nameof(ToyBody)) => RegisterComponents();

    public override Tensor forward(Tensor x) => layers.Aggregate(x, (h, layer) => layer.forward(h));
}

/// <summary>Body and head: the whole toy model, without adapters. The classes below differ in their attributes alone.</summary>
public abstract class ToyAttn : Module<Tensor, Tensor>
{
    private readonly ToyBody model = new();
    private readonly Linear score = Linear(40, 6);

    protected ToyAttn(string name) : base(name)
    {
    }

    public override Tensor forward(Tensor x)
    {
        using var h = model.forward(x);
        return score.forward(h);
    }
}

/// <summary>The case <c>lora_plain</c>.</summary>
[Lora(Rank = 3, Alpha = 6, Targets = "q_proj|k_proj|v_proj|o_proj|fc1")]
public sealed partial class PlainToyAttn : ToyAttn
{
    public PlainToyAttn() : base(nameof(PlainToyAttn)) => RegisterComponents();
}

/// <summary>The case <c>lora_rslora_all_linear</c>, where all-linear takes in the head.</summary>
[Lora(Rank = 6, Alpha = 3, RankStabilized = true, Targets = "all-linear|score")]
public sealed partial class RankStabilizedToyAttn : ToyAttn
{
    public RankStabilizedToyAttn() : base(nameof(RankStabilizedToyAttn)) => RegisterComponents();
}

/// <summary>The case <c>lora_rank_alpha_pattern</c>: one attribute for each rank.</summary>
[Lora(Name = "q", Rank = 3, Alpha = 3, Targets = "q_proj")]
[Lora(Name = "v", Rank = 6, Alpha = 3, Targets = "v_proj")]
[Lora(Name = "fc", Rank = 2, Alpha = 5, Targets = "fc1")]
public sealed partial class PatternToyAttn : ToyAttn
{
    public PatternToyAttn() : base(nameof(PatternToyAttn)) => RegisterComponents();
}

/// <summary>The case <c>lora_train_adamw</c>.</summary>
[Lora(Rank = 3, Alpha = 6, Targets = "q_proj|fc1")]
public sealed partial class TrainedToyAttn : ToyAttn
{
    public TrainedToyAttn() : base(nameof(TrainedToyAttn)) => RegisterComponents();
}

/// <summary>The case <c>lora_train_bias_lora_only</c>.</summary>
[Lora(Rank = 3, Alpha = 3, Targets = "v_proj|fc1", Bias = TrainedBias.LoraOnly)]
public sealed partial class BiasLoraOnlyToyAttn : ToyAttn
{
    public BiasLoraOnlyToyAttn() : base(nameof(BiasLoraOnlyToyAttn)) => RegisterComponents();
}

/// <summary>The case <c>lora_train_bias_all</c>.</summary>
[Lora(Rank = 3, Alpha = 3, Targets = "v_proj", Bias = TrainedBias.All)]
public sealed partial class BiasAllToyAttn : ToyAttn
{
    public BiasAllToyAttn() : base(nameof(BiasAllToyAttn)) => RegisterComponents();
}

/// <summary>Embedding and linear layer, the case <c>lora_embedding</c>.</summary>
[Lora(Rank = 3, Alpha = 6, Targets = "embed_tokens|lin")]
public sealed partial class ToyEmb : Module<Tensor, Tensor>
{
    private readonly Embedding embed_tokens = Embedding(20, 12);
    private readonly Linear lin = Linear(12, 10);

    public ToyEmb() : base(nameof(ToyEmb)) => RegisterComponents();

    public override Tensor forward(Tensor ids)
    {
        using var rows = embed_tokens.forward(ids);
        return lin.forward(rows);
    }
}

/// <summary>Convolutions of three shapes, the case <c>lora_conv2d</c>.</summary>
[Lora(Rank = 3, Alpha = 6, Targets = "conv1|conv3|conv_s")]
public sealed partial class ToyConv : Module<Tensor, Tensor>
{
    private readonly Conv2d conv3 = Conv2d(6, 8, 3, padding: 1);
    private readonly Conv2d conv1 = Conv2d(8, 10, 1, bias: false);
    private readonly Conv2d conv_s = Conv2d(10, 8, (3, 2), stride: (2, 2), padding: (1, 1));

    public ToyConv() : base(nameof(ToyConv)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var c3 = conv3.forward(x);
        using var t3 = c3.tanh();
        using var c1 = conv1.forward(t3);
        using var t1 = c1.tanh();
        return conv_s.forward(t1);
    }
}

/// <summary>A strided convolution, the case <c>lora_conv1d</c>.</summary>
[Lora(Rank = 3, Alpha = 3, Targets = "conv")]
public sealed partial class ToyConv1d : Module<Tensor, Tensor>
{
    private readonly Conv1d conv = Conv1d(6, 9, 3, stride: 2, padding: 1);

    public ToyConv1d() : base(nameof(ToyConv1d)) => RegisterComponents();

    public override Tensor forward(Tensor x) => conv.forward(x);
}
