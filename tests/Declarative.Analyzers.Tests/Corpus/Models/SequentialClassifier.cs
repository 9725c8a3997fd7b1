// A Sequential of tuples with another inside, and heads in a dictionary.
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.SequentialClassifier;

[Lora(Targets = "body.fc1|inner.fc2|all-linear", Rank = 2)]
public partial class Classifier : Module<Tensor, Tensor>
{
    private readonly Sequential body;
    private readonly Module<Tensor, Tensor> out_proj;

    public Classifier(int inputs, int classes) : base("Classifier")
    {
        body = Sequential(
            ("norm", LayerNorm(inputs)),
            ("fc1", Linear(inputs, 64)),
            ("act", ReLU()),
            ("inner", Sequential(
                ("fc2", Linear(64, 64)),
                ("drop", Dropout(0.1)))));
        out_proj = Linear(64, classes);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var hidden = body.forward(input);
        return functional.log_softmax(out_proj.forward(hidden), 1);
    }
}

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
