// A Sequential of tuples with another inside; the output layer declared as Module<Tensor, Tensor>.
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

public static class Example
{
    public static (Module Model, System.Func<Tensor> Loss) Create()
    {
        var model = new Classifier(inputs: 20, classes: 5);
        var (x, labels) = (randn(8, 20), randint(0, 5, new long[] { 8 }));
        return (model, () => functional.nll_loss(model.forward(x), labels));
    }
}
