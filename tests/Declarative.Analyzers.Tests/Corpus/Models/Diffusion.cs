// A denoiser with a time embedding: sinusoidal features through an MLP, added to each block under its own dispose scope.
using System;
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.Diffusion;

public class TimeEmbedding : Module<Tensor, Tensor>
{
    private readonly int width;
    private readonly Sequential mlp;

    public TimeEmbedding(int width) : base("time_embed")
    {
        this.width = width;
        mlp = Sequential(("linear_1", Linear(width, 4 * width)), ("act", SiLU()), ("linear_2", Linear(4 * width, width)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor steps)
    {
        using (var scope = NewDisposeScope())
        {
            var half = width / 2;
            var frequencies = exp(arange(half).to_type(ScalarType.Float32) * (-Math.Log(10000) / half));
            var angles = steps.to_type(ScalarType.Float32).unsqueeze(1) * frequencies.unsqueeze(0);
            var features = cat(new[] { angles.sin(), angles.cos() }, 1);
            return mlp.forward(features).MoveToOuterDisposeScope();
        }
    }
}

public class ResidualBlock : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear fc1;
    private readonly Linear fc2;
    private readonly Linear time_proj;
    private readonly LayerNorm norm;
    private readonly Dropout dropout = Dropout(0.1);

    public ResidualBlock(int width) : base("block")
    {
        fc1 = Linear(width, width);
        fc2 = Linear(width, width);
        time_proj = Linear(width, 2 * width);
        norm = LayerNorm(width, elementwise_affine: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor time)
    {
        using var scope = NewDisposeScope();
        var modulation = time_proj.forward(functional.silu(time)).chunk(2, 1);
        var (scale, shift) = (modulation[0], modulation[1]);
        var h = fc1.forward(functional.silu(norm.forward(x)));
        h = (norm.forward(h) * (scale + 1)) + shift;
        h = fc2.forward(dropout.forward(functional.silu(h)));
        return (x + h).MoveToOuterDisposeScope();
    }
}

public class NoiseSchedule
{
    private readonly Tensor signal;

    public NoiseSchedule(int steps, double first = 1e-4, double last = 0.02)
    {
        var level = 1.0;
        var levels = new List<float>();
        for (var i = 0; i < steps; i++)
            levels.Add((float)(level *= 1 - (first + ((last - first) * i / (steps - 1)))));
        signal = tensor(levels.ToArray());
    }

    public Tensor Add(Tensor clean, Tensor noise, Tensor step)
    {
        var kept = signal.index_select(0, step).unsqueeze(1);
        return (clean * kept.sqrt()) + (noise * (1 - kept).sqrt());
    }
}

[Lora(Targets = "fc1|fc2|time_proj|input|linear_1|linear_2", Rank = 4, Alpha = 4)]
public partial class Denoiser : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear input, output;
    private readonly TimeEmbedding time_embed;
    private readonly ModuleList<ResidualBlock> blocks = [];

    public Denoiser(int dimensions, int width, int depth) : base(nameof(Denoiser))
    {
        input = Linear(dimensions, width);
        output = Linear(width, dimensions);
        time_embed = new TimeEmbedding(width);
        for (int i = 0; i < depth; ++i)
            blocks.Add(new ResidualBlock(width));
        RegisterComponents();
    }

    public override Tensor forward(Tensor noisy, Tensor step)
    {
        using var d = NewDisposeScope();
        var time = time_embed.forward(step);
        var x = input.forward(noisy);
        foreach (var block in blocks)
        {
            x = block.forward(x, time);
        }
        return output.forward(x).MoveToOuterDisposeScope();
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new Denoiser(dimensions: 8, width: 16, depth: 2);
        var schedule = new NoiseSchedule(steps: 50);
        var (clean, noise, step) = (randn(10, 8), randn(10, 8), randint(0, 50, new long[] { 10 }));
        return (model, () => functional.mse_loss(model.forward(schedule.Add(clean, noise, step), step), noise));
    }
}
