// Two inputs through one tower, an optional projection, a contrastive loss as a module of its own.
using System;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.Siamese;

public sealed class Tower : Module<Tensor, Tensor>
{
    private readonly Embedding words;
    private readonly Conv1d conv;
    private readonly Linear? projection;
    private readonly Module<Tensor, Tensor> activation;

    public Tower(int vocabulary, int width, int? outputs = null, bool useBias = false, string activation = "relu")
        : base(nameof(Tower))
    {
        words = Embedding(vocabulary, width);
        conv = Conv1d(width, width, kernel_size: 3, padding: 1, bias: useBias);
        projection = outputs.HasValue ? Linear(width, outputs.Value, hasBias: useBias) : null;
        this.activation = activation switch
        {
            "relu" => ReLU(),
            "gelu" => GELU(),
            _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
        };
        RegisterComponents();
    }

    public override Tensor forward(Tensor ids)
    {
        using var scope = NewDisposeScope();
        var x = conv.forward(words.forward(ids).transpose(1, 2));
        x = activation.forward(x).amax(new long[] { 2 });
        if (projection is { } layer)
            x = layer.forward(x);
        return functional.normalize(x, dim: 1).MoveToOuterDisposeScope();
    }
}

[Lora(Rank = 4, Targets = "tower.words|tower.conv|tower.projection|scale")]
public sealed partial class Siamese : Module<Tensor, Tensor, Tensor>
{
    private readonly Tower tower;
    private readonly Linear scale;

    public Siamese(Tower tower, int width) : base(nameof(Siamese))
    {
        this.tower = tower ?? throw new ArgumentNullException(nameof(tower));
        scale = Linear(width, 2 * width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor left, Tensor right)
    {
        var (a, b) = (Describe(left), Describe(right));
        return (a - b).pow(2).sum(1).add(1e-9).sqrt();
    }

    private Tensor Describe(Tensor ids)
    {
        var features = tower.forward(ids);
        return scale.forward(features);
    }
}

public sealed class ContrastiveLoss : Module<Tensor, Tensor, Tensor>
{
    private readonly double margin;

    public ContrastiveLoss(double margin = 1.0) : base(nameof(ContrastiveLoss)) => this.margin = margin;

    public override Tensor forward(Tensor distance, Tensor same)
    {
        var apart = (margin - distance).clamp_min(0).pow(2);
        return ((same * distance.pow(2)) + ((1 - same) * apart)).mean();
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new Siamese(new Tower(vocabulary: 50, width: 16, outputs: 16, activation: "gelu"), width: 16);
        var criterion = new ContrastiveLoss(margin: 2);
        var (left, right) = (randint(0, 50, new long[] { 6, 9 }), randint(0, 50, new long[] { 6, 9 }));
        var same = tensor(new float[] { 1, 0, 1, 1, 0, 0 });
        return (model, () => criterion.forward(model.forward(left, right), same));
    }
}
