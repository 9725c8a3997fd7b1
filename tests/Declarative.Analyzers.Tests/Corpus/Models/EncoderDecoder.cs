// A translation model of two inputs: encoder and decoder share one embedding, the output projection is tied to it.
using System;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.EncoderDecoder;

public class TranslationConfig
{
    public int VocabSize { get; set; } = 8000;
    public int Model { get; set; } = 256;
    public int EncoderLayers { get; set; } = 3;
    public int DecoderLayers { get; set; } = 3;
    public bool UseBias { get; set; }
}

public class MultiHeadAttention : Module<Tensor, Tensor, Tensor?, Tensor>
{
    private readonly Linear q, k, v, o;
    private readonly long width;

    public MultiHeadAttention(TranslationConfig config) : base(nameof(MultiHeadAttention))
    {
        width = config.Model;
        q = Linear(width, width, config.UseBias);
        k = Linear(width, width, config.UseBias);
        v = Linear(width, width, config.UseBias);
        o = Linear(width, width, config.UseBias);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor memory, Tensor? mask)
    {
        using var query = q.forward(x);
        using var key = k.forward(memory);
        using var value = v.forward(memory);
        using var context = functional.scaled_dot_product_attention(query, key, value, attn_mask: mask);
        return o.forward(context);
    }
}

public class FeedForward(TranslationConfig config) : torch.nn.Module<Tensor, Tensor>(nameof(FeedForward))
{
    // Made when first asked for, and registered by the layer that holds it.
    private Linear? wi, wo;

    public FeedForward Build()
    {
        wi ??= Linear(config.Model, 4 * config.Model, config.UseBias);
        wo ??= Linear(4 * config.Model, config.Model, config.UseBias);
        RegisterComponents();
        return this;
    }

    public override Tensor forward(Tensor x) => wo!.forward(functional.relu(wi!.forward(x)));
}

public class EncoderLayer : Module<Tensor, Tensor>
{
    private readonly MultiHeadAttention self_attn;
    private readonly FeedForward ff;
    private readonly LayerNorm norm1, norm2;

    public EncoderLayer(TranslationConfig config) : base(nameof(EncoderLayer))
    {
        self_attn = new MultiHeadAttention(config);
        ff = new FeedForward(config).Build();
        (norm1, norm2) = (LayerNorm(config.Model), LayerNorm(config.Model));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = norm1.forward(x + self_attn.forward(x, x, null));
        return norm2.forward(x + ff.forward(x));
    }
}

public class DecoderLayer : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly MultiHeadAttention self_attn, cross_attn;
    private readonly FeedForward ff;
    private readonly LayerNorm norm1, norm2, norm3;

    public DecoderLayer(TranslationConfig config) : base(nameof(DecoderLayer))
    {
        self_attn = new MultiHeadAttention(config);
        cross_attn = new MultiHeadAttention(config);
        ff = new FeedForward(config).Build();
        (norm1, norm2, norm3) = (LayerNorm(config.Model), LayerNorm(config.Model), LayerNorm(config.Model));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor memory, Tensor mask)
    {
        x = norm1.forward(x + self_attn.forward(x, x, mask));
        x = norm2.forward(x + cross_attn.forward(x, memory, null));
        return norm3.forward(x + ff.forward(x));
    }
}

[Lora(Rank = 4, Targets = "cross_attn.*|encoder.**.q|encoder.**.v|decoder.**.wi|decoder.**.wo")]
public partial class Translator : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding shared;
    private readonly ModuleList<EncoderLayer> encoder = new();
    private readonly ModuleList<DecoderLayer> decoder = new();
    private readonly Linear lm_head;

    public Translator(TranslationConfig config) : base(nameof(Translator))
    {
        shared = Embedding(config.VocabSize, config.Model);
        for (var i = 0; i < config.EncoderLayers; i++)
            encoder.Add(new EncoderLayer(config));
        for (var i = 0; i < config.DecoderLayers; i++)
            decoder.Add(new DecoderLayer(config));
        lm_head = Linear(config.Model, config.VocabSize, hasBias: false);
        lm_head.weight = shared.weight!;
        RegisterComponents();
    }

    public Tensor Encode(Tensor source)
    {
        var x = shared.forward(source);
        foreach (var layer in encoder)
            x = layer.forward(x);
        return x;
    }

    public override Tensor forward(Tensor source, Tensor target)
    {
        using var scope = NewDisposeScope();
        var memory = Encode(source);
        var length = target.shape[1];
        var mask = full(length, length, double.NegativeInfinity).to_type(ScalarType.Float32).triu(1);
        var x = shared.forward(target);
        foreach (var layer in decoder)
            x = layer.forward(x, memory, mask);
        return lm_head.forward(x).MoveToOuterDisposeScope();
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var config = new TranslationConfig { VocabSize = 30, Model = 16, EncoderLayers = 1, DecoderLayers = 2 };
        var model = new Translator(config);
        var (source, target) = (randint(0, 30, new long[] { 2, 7 }), randint(0, 30, new long[] { 2, 6 }));
        var (input, next) = (target.narrow(1, 0, 5), target.narrow(1, 1, 5).reshape(-1));
        return (model, () => functional.cross_entropy(model.forward(source, input).view(-1, config.VocabSize), next));
    }
}
