// A decoder as LLaMA has it: RMS norm, rotary positions, grouped heads, a cache handed through, layers made by a factory class.
using System;
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Corpus.Llama;

public sealed record LlamaConfig
{
    public required int VocabSize { get; init; }
    public required int HiddenSize { get; init; }
    public required int IntermediateSize { get; init; }
    public required int NumHiddenLayers { get; init; }
    public required int NumAttentionHeads { get; init; }
    public required int NumKeyValueHeads { get; init; }
    public double RmsNormEps { get; init; } = 1e-6;
    public bool AttentionBias { get; init; }
    public ScalarType DType { get; init; } = ScalarType.Float32;
    public int HeadDim => HiddenSize / NumAttentionHeads;
}

public sealed class KeyValueCache
{
    private readonly Dictionary<int, (Tensor Key, Tensor Value)> entries = new();

    public (Tensor Key, Tensor Value) Update(int layer, Tensor key, Tensor value)
    {
        if (entries.TryGetValue(layer, out var past))
            (key, value) = (cat(new[] { past.Key, key }, 2), cat(new[] { past.Value, value }, 2));
        return entries[layer] = (key, value);
    }
}

internal static class LayerFactory
{
    public static Linear Projection(LlamaConfig config, int inputs, int outputs, bool bias = false)
    {
        var linear = nn.Linear(inputs, outputs, hasBias: bias, dtype: config.DType);
        nn.init.normal_(linear.weight, 0, 0.05);
        return linear;
    }
}

public class RmsNorm : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly double eps;

    public RmsNorm(LlamaConfig config) : base(nameof(RmsNorm))
    {
        eps = config.RmsNormEps;
        weight = nn.Parameter(ones(config.HiddenSize, dtype: config.DType));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => weight * (x * rsqrt(x.pow(2).mean(new long[] { -1 }, keepdim: true) + eps));
}

public class LlamaAttention : nn.Module<Tensor, Tensor, KeyValueCache?, Tensor>
{
    private readonly LlamaConfig config;
    private readonly int layer;
    private readonly Linear q_proj, k_proj, v_proj, o_proj;

    public LlamaAttention(LlamaConfig config, int layer) : base(nameof(LlamaAttention))
    {
        (this.config, this.layer) = (config, layer);
        var (width, kv) = (config.HiddenSize, config.NumKeyValueHeads * config.HeadDim);
        this.q_proj = LayerFactory.Projection(config, width, width, config.AttentionBias);
        this.k_proj = LayerFactory.Projection(config, width, kv, config.AttentionBias);
        this.v_proj = LayerFactory.Projection(config, width, kv, config.AttentionBias);
        this.o_proj = LayerFactory.Projection(config, width, width);
        this.RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor angles, KeyValueCache? cache)
    {
        var (b, t) = (x.size(0), x.size(1));
        var q = Rotate(Heads(this.q_proj.forward(x), config.NumAttentionHeads), angles);
        var k = Rotate(Heads(this.k_proj.forward(x), config.NumKeyValueHeads), angles);
        var v = Heads(this.v_proj.forward(x), config.NumKeyValueHeads);
        if (cache is not null)
            (k, v) = cache.Update(layer, k, v);
        var groups = config.NumAttentionHeads / config.NumKeyValueHeads;
        var y = F.scaled_dot_product_attention(q, k.repeat_interleave(groups, 1), v.repeat_interleave(groups, 1), is_casual: t > 1);
        return this.o_proj.forward(y.transpose(1, 2).reshape(b, t, -1));

        Tensor Heads(Tensor y, int heads) => y.view(b, t, heads, config.HeadDim).transpose(1, 2);
    }

    private static Tensor Rotate(Tensor x, Tensor angles)
    {
        var halves = x.chunk(2, -1);
        return (x * angles.cos()) + (cat(new[] { -halves[1], halves[0] }, -1) * angles.sin());
    }
}

public class LlamaMlp : nn.Module<Tensor, Tensor>
{
    private readonly Linear gate_proj, up_proj, down_proj;

    public LlamaMlp(LlamaConfig config) : base(nameof(LlamaMlp))
    {
        gate_proj = LayerFactory.Projection(config, config.HiddenSize, config.IntermediateSize);
        up_proj = LayerFactory.Projection(config, config.HiddenSize, config.IntermediateSize);
        down_proj = LayerFactory.Projection(config, config.IntermediateSize, config.HiddenSize);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var gate = F.silu(gate_proj.forward(x));
        using var up = up_proj.forward(x);
        using var product = gate * up;
        return down_proj.forward(product);
    }
}

public class LlamaLayer : nn.Module<Tensor, Tensor, KeyValueCache?, Tensor>
{
    private readonly LlamaAttention self_attn;
    private readonly LlamaMlp mlp;
    private readonly RmsNorm input_layernorm, post_attention_layernorm;

    public LlamaLayer(LlamaConfig config, int layer) : base(nameof(LlamaLayer))
    {
        self_attn = new LlamaAttention(config, layer);
        mlp = new LlamaMlp(config);
        input_layernorm = new RmsNorm(config);
        post_attention_layernorm = new RmsNorm(config);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor angles, KeyValueCache? cache)
    {
        x = x + self_attn.forward(input_layernorm.forward(x), angles, cache);
        return x + mlp.forward(post_attention_layernorm.forward(x));
    }
}

[Lora(Rank = 4, Alpha = 8, Targets = "all-linear", Exclude = "layers.*.mlp.up_proj")]
public partial class LlamaForCausalLM : nn.Module<Tensor, Tensor>
{
    private readonly LlamaConfig config;
    private readonly Embedding embed_tokens;
    private readonly ModuleList<LlamaLayer> layers;
    private readonly RmsNorm norm;
    private readonly Linear lm_head;

    public LlamaForCausalLM(LlamaConfig config) : base(nameof(LlamaForCausalLM))
    {
        this.config = config;
        embed_tokens = nn.Embedding(config.VocabSize, config.HiddenSize, dtype: config.DType);
        layers = new ModuleList<LlamaLayer>();
        for (int i = 0; i < config.NumHiddenLayers; i++)
        {
            layers.Add(new LlamaLayer(config, i));
        }
        norm = new RmsNorm(config);
        lm_head = LayerFactory.Projection(config, config.HiddenSize, config.VocabSize);
        RegisterComponents();
    }

    public Tensor Forward(Tensor ids, KeyValueCache? cache, int position = 0)
    {
        using var scope = NewDisposeScope();
        var angles = Angles(position, ids.size(1));
        var x = embed_tokens.forward(ids);
        foreach (var layer in layers)
            x = layer.forward(x, angles, cache);
        return lm_head.forward(norm.forward(x)).MoveToOuterDisposeScope();
    }

    public override Tensor forward(Tensor ids) => Forward(ids, cache: null);

    private Tensor Angles(int start, long count)
    {
        var inverse = pow(10000f, arange(0, config.HeadDim, 2).to_type(ScalarType.Float32) / config.HeadDim).reciprocal();
        var angles = arange(start, start + count).to_type(ScalarType.Float32).outer(inverse);
        return cat(new[] { angles, angles }, -1);
    }
}

public static class Example
{
    public static (nn.Module Model, Func<Tensor> Loss) Create()
    {
        var model = new LlamaForCausalLM(new()
        {
            VocabSize = 32, HiddenSize = 24, IntermediateSize = 40, NumHiddenLayers = 2, NumAttentionHeads = 4, NumKeyValueHeads = 2,
        });
        var tokens = randint(0, 32, new long[] { 2, 9 });
        var (ids, next) = (tokens.narrow(1, 0, 8), tokens.narrow(1, 1, 8).reshape(-1));
        return (model, () => F.cross_entropy(model.forward(ids).view(-1, 32), next));
    }
}
