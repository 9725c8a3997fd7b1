// A ResNet: basic blocks made by a method that grows a list, a shortcut only where the shape changes.
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.ResNet;

public sealed class BasicBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Sequential? downsample;

    public BasicBlock(int inPlanes, int planes, int stride) : base(nameof(BasicBlock))
    {
        conv1 = Conv2d(inPlanes, planes, kernel_size: 3, stride: stride, padding: 1, bias: false);
        bn1 = BatchNorm2d(planes);
        conv2 = Conv2d(planes, planes, kernel_size: 3, stride: 1, padding: 1, bias: false);
        bn2 = BatchNorm2d(planes);
        if (stride != 1 || inPlanes != planes)
        {
            downsample = Sequential(
                Conv2d(inPlanes, planes, kernel_size: 1, stride: stride, bias: false),
                BatchNorm2d(planes));
        }
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var y = functional.relu(bn1.forward(conv1.forward(x)));
        y = bn2.forward(conv2.forward(y));
        var shortcut = downsample is null ? x : downsample.forward(x);
        return functional.relu(y + shortcut).MoveToOuterDisposeScope();
    }
}

[Lora(Rank = 4, Targets = "conv1|conv2|downsample.0|fc", Exclude = "stem.**")]
public sealed partial class ResNet : Module<Tensor, Tensor>
{
    private readonly Sequential stem;
    private readonly Sequential layer1, layer2, layer3;
    private readonly AdaptiveAvgPool2d pool = AdaptiveAvgPool2d((1, 1));
    private readonly Linear fc;
    private int inPlanes;

    public ResNet(int[] depths, int width, int classes) : base(nameof(ResNet))
    {
        inPlanes = width;
        stem = Sequential(
            ("conv1", Conv2d(3, width, kernel_size: 3, stride: 1, padding: 1, bias: false)),
            ("bn1", BatchNorm2d(width)),
            ("relu", ReLU(inplace: true)));
        layer1 = MakeLayer(width, depths[0], stride: 1);
        layer2 = MakeLayer(2 * width, depths[1], stride: 2);
        layer3 = MakeLayer(4 * width, depths[2], stride: 2);
        fc = Linear(4 * width, classes);
        RegisterComponents();
    }

    private Sequential MakeLayer(int planes, int blocks, int stride)
    {
        var layers = new List<Module<Tensor, Tensor>> { new BasicBlock(inPlanes, planes, stride) };
        inPlanes = planes;
        for (var i = 1; i < blocks; i++)
            layers.Add(new BasicBlock(inPlanes, planes, stride: 1));
        return Sequential(layers);
    }

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        x = layer1.forward(x);
        x = layer2.forward(x);
        x = layer3.forward(x);
        return fc.forward(pool.forward(x).flatten(1));
    }
}

public static class Example
{
    public static (Module Model, System.Func<Tensor> Loss) Create()
    {
        var model = new ResNet([1, 2, 1], width: 8, classes: 10);
        var (images, labels) = (randn(2, 3, 12, 12), randint(0, 10, new long[] { 2 }));
        return (model, () => functional.cross_entropy(model.forward(images), labels));
    }
}
