// A vision transformer: aliases for types, patch embedding, class token and positions as parameters, pre-norm blocks.
using System.Linq;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;
using Block = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;
using F = TorchSharp.torch.nn.functional;
using Lin = TorchSharp.Modules.Linear;
using T = TorchSharp.torch.Tensor;

namespace Corpus.VisionTransformer;

public sealed record ViTOptions(int Image, int Patch, int Channels, int Dim, int Depth, int Heads, int Classes, bool QkvBias = true);

internal sealed class PatchEmbed : Block
{
    private readonly Conv2d proj;

    public PatchEmbed(ViTOptions o) : base("patch_embed")
    {
        proj = Conv2d(o.Channels, o.Dim, kernel_size: o.Patch, stride: o.Patch);
        RegisterComponents();
    }

    public override T forward(T images) => proj.forward(images).flatten(2).transpose(1, 2);
}

internal sealed class SelfAttention : Block
{
    private readonly Lin qkv;
    private readonly Lin proj;
    private readonly int heads;
    private readonly float scale;

    public SelfAttention(ViTOptions o) : base("attn")
    {
        heads = o.Heads;
        scale = 1f / System.MathF.Sqrt(o.Dim / o.Heads);
        qkv = Linear(o.Dim, o.Dim * 3, hasBias: o.QkvBias);
        proj = Linear(o.Dim, o.Dim);
        RegisterComponents();
    }

    public override T forward(T x)
    {
        long B = x.shape[0], N = x.shape[1], C = x.shape[2];
        T[] split = qkv.forward(x).reshape(B, N, 3, heads, C / heads).permute(2, 0, 3, 1, 4).unbind(0);
        T attn = (split[0] * scale).matmul(split[1].transpose(-2, -1)).softmax(-1);
        return proj.forward(attn.matmul(split[2]).transpose(1, 2).reshape(B, N, C));
    }
}

internal sealed class EncoderLayer : Block
{
    private readonly LayerNorm norm1, norm2;
    private readonly SelfAttention attn;
    private readonly Sequential mlp;

    public EncoderLayer(ViTOptions o) : base("block")
    {
        norm1 = LayerNorm(o.Dim, eps: 1e-6);
        attn = new SelfAttention(o);
        norm2 = LayerNorm(o.Dim, eps: 1e-6);
        mlp = Sequential(("fc1", Linear(o.Dim, 4 * o.Dim)), ("act", GELU()), ("fc2", Linear(4 * o.Dim, o.Dim)));
        RegisterComponents();
    }

    public override T forward(T x)
    {
        x = x.add(attn.forward(norm1.forward(x)));
        return x.add(mlp.forward(norm2.forward(x)));
    }
}

[Lora(Rank = 4, Alpha = 8, Targets = "qkv|proj|fc1|fc2", Exclude = "patch_embed.proj")]
internal sealed partial class VisionTransformer : Block
{
    private readonly PatchEmbed patch_embed;
    private readonly Parameter cls_token, pos_embed;
    private readonly ModuleList<EncoderLayer> blocks;
    private readonly LayerNorm norm;
    private readonly Lin head;

    public VisionTransformer(ViTOptions options) : base("vit")
    {
        var patches = (options.Image / options.Patch) * (options.Image / options.Patch);
        patch_embed = new PatchEmbed(options);
        cls_token = Parameter(torch.zeros(1, 1, options.Dim));
        pos_embed = Parameter(torch.randn(1, patches + 1, options.Dim) * 0.02);
        blocks = ModuleList(Enumerable.Range(0, options.Depth).Select(_ => new EncoderLayer(options)).ToArray());
        norm = LayerNorm(options.Dim, eps: 1e-6);
        head = Linear(options.Dim, options.Classes);
        RegisterComponents();
    }

    public override T forward(T images)
    {
        using var _ = torch.NewDisposeScope();
        T x = patch_embed.forward(images);
        x = torch.cat([cls_token.expand(x.shape[0], -1, -1), x], 1) + pos_embed;
        x = blocks.Aggregate(x, (hidden, block) => block.forward(hidden));
        return head.forward(norm.forward(x).select(1, 0)).MoveToOuterDisposeScope();
    }
}

public static class Example
{
    public static (Module Model, System.Func<T> Loss) Create()
    {
        var model = new VisionTransformer(new(Image: 8, Patch: 4, Channels: 3, Dim: 24, Depth: 2, Heads: 3, Classes: 6));
        var (images, labels) = (torch.randn(3, 3, 8, 8), torch.randint(0, 6, new long[] { 3 }));
        return (model, () => F.cross_entropy(model.forward(images), labels));
    }
}
