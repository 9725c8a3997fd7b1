// A Sequential made from a list that a loop fills; a layer behind a public property, registered by hand.
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.LayersFromList;

[Lora(Targets = "fc", Rank = 2)]
public sealed partial class FromList : Module<Tensor, Tensor>
{
    private readonly Sequential layers;
    public Linear fc { get; }

    public FromList(int[] widths) : base(nameof(FromList))
    {
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        for (var i = 0; i + 1 < widths.Length; i++)
            modules.Add(($"layer{i}", Linear(widths[i], widths[i + 1])));
        layers = Sequential(modules);
        fc = Linear(widths[^1], widths[^1]);
        register_module("fc", fc);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc.forward(layers.forward(x));
}

public static class Example
{
    public static (Module Model, System.Func<Tensor> Loss) Create()
    {
        var model = new FromList([12, 24, 10]);
        var (x, y) = (randn(8, 12), randn(8, 10));
        return (model, () => functional.mse_loss(model.forward(x), y));
    }
}
