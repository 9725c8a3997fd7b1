// A small convolutional U-Net: blocks in lists, skip connections, layers by index.
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.UNet;

[Lora(Targets = "conv1|conv2|proj", Rank = 4)]
public sealed partial class UNet : Module<Tensor, Tensor>
{
    private readonly ModuleList<ConvBlock> down = new();
    private readonly ModuleList<ConvBlock> up = new();
    private readonly MaxPool2d pool = MaxPool2d(2);
    private readonly Conv2d proj;

    public UNet(int channels, params int[] widths) : base(nameof(UNet))
    {
        var before = channels;
        foreach (var width in widths)
        {
            down.append(new ConvBlock(before, width));
            before = width;
        }
        for (var i = widths.Length - 1; i > 0; i--)
            up.append(new ConvBlock(widths[i] + widths[i - 1], widths[i - 1]));
        proj = Conv2d(widths[0], channels, kernel_size: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var skips = new Stack<Tensor>();
        for (var i = 0; i < down.Count; i++)
        {
            x = down[i].forward(x);
            if (i + 1 == down.Count)
                break;
            skips.Push(x);
            x = pool.forward(x);
        }
        foreach (var block in up)
        {
            var skip = skips.Pop();
            x = x.repeat_interleave(2, 2).repeat_interleave(2, 3);
            x = block.call(cat(new[] { x, skip }, 1));
        }
        return proj.forward(x);
    }
}

public class ConvBlock : Module<Tensor, Tensor>
{
    private Conv2d conv1, conv2;
    private readonly GroupNorm norm;

    public ConvBlock(int inputs, int outputs) : base("ConvBlock")
    {
        conv1 = Conv2d(inputs, outputs, 3, padding: 1);
        conv2 = Conv2d(outputs, outputs, 3, padding: 1, bias: false);
        norm = GroupNorm(1, outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = functional.relu(conv1.forward(x));
        return functional.relu(norm.forward(conv2.forward(h)));
    }
}

public static class Example
{
    public static (Module Model, System.Func<Tensor> Loss) Create()
    {
        var model = new UNet(channels: 6, 8, 12);
        var (noisy, clean) = (randn(2, 6, 8, 8), randn(2, 6, 8, 8));
        return (model, () => functional.mse_loss(model.forward(noisy), clean));
    }
}
