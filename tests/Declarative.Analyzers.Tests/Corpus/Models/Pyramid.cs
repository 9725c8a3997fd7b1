// An abstract backbone with template methods, generic over its block; the class is split over two files, forward in the other.
using System;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.Pyramid;

/// <summary>What every backbone is: a stem, stages of blocks, a neck.</summary>
public abstract partial class Backbone<TBlock> : Module<Tensor, Tensor>
    where TBlock : Module<Tensor, Tensor>
{
    protected readonly Conv2d stem;
    protected readonly ModuleList<TBlock> stages;

    protected Backbone(string name, int channels, params int[] widths) : base(name)
    {
        stem = Conv2d(channels, widths[0], kernel_size: 3, padding: Padding.Same);
        stages = new ModuleList<TBlock>();
        for (var i = 0; i < widths.Length; i++)
            stages.Add(CreateBlock(widths[Math.Max(0, i - 1)], widths[i]));
    }

    protected abstract TBlock CreateBlock(int inputs, int outputs);

    protected virtual Tensor Activate(Tensor x) => functional.gelu(x);
}

/// <summary>The base of blocks: a residual around what the derived class computes.</summary>
public abstract class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d? shortcut;

    protected ResidualBlock(string name, int inputs, int outputs) : base(name) =>
        shortcut = inputs == outputs ? null : Conv2d(inputs, outputs, kernel_size: 1, bias: false);

    public sealed override Tensor forward(Tensor x)
    {
        var residual = shortcut?.forward(x) ?? x;
        return residual + Body(x);
    }

    protected abstract Tensor Body(Tensor x);
}

public sealed class BottleneckBlock : ResidualBlock
{
    private readonly Conv2d reduce, spatial, expand;

    public BottleneckBlock(int inputs, int outputs) : base(nameof(BottleneckBlock), inputs, outputs)
    {
        reduce = Conv2d(inputs, outputs / 2, 1);
        spatial = Conv2d(outputs / 2, outputs / 2, 3, padding: 1);
        expand = Conv2d(outputs / 2, outputs, 1);
        RegisterComponents();
    }

    protected override Tensor Body(Tensor x)
    {
        x = functional.relu(reduce.forward(x));
        x = functional.relu(spatial.forward(x));
        return expand.forward(x);
    }
}

[Lora(Rank = 2, Targets = "reduce|spatial|expand|shortcut|stem|embed|head")]
public sealed partial class Pyramid : Backbone<BottleneckBlock>
{
    private readonly Linear embed;
    private readonly Linear? head;

    public Pyramid(int channels, int embedding, int? classes, params int[] widths)
        : base(nameof(Pyramid), channels, widths)
    {
        embed = Linear(widths[^1], embedding);
        if (classes is int count)
            head = Linear(embedding, count);
        RegisterComponents();
    }

    protected override BottleneckBlock CreateBlock(int inputs, int outputs) => new(inputs, outputs);
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new Pyramid(channels: 3, embedding: 16, classes: 7, 8, 12, 12);
        var (images, labels) = (randn(2, 3, 8, 8), randint(0, 7, new long[] { 2 }));
        return (model, () => functional.cross_entropy(model.forward(images), labels));
    }
}
