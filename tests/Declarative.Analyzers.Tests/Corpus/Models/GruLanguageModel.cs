// A recurrent language model: gates by hand over raw parameters, state carried through time; embedding and head are adapted.
using System;
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.GruLanguageModel;

public class GruCell : Module<Tensor, Tensor, Tensor>
{
    private readonly Parameter weight_ih, weight_hh, bias_ih, bias_hh;

    public GruCell(int inputSize, int hiddenSize) : base(nameof(GruCell))
    {
        var bound = 1 / Math.Sqrt(hiddenSize);
        weight_ih = Uniform(3 * hiddenSize, inputSize);
        weight_hh = Uniform(3 * hiddenSize, hiddenSize);
        bias_ih = Uniform(3 * hiddenSize);
        bias_hh = Uniform(3 * hiddenSize);
        RegisterComponents();

        Parameter Uniform(params long[] shape) => new((rand(shape) * (2 * bound)) - bound);
    }

    public override Tensor forward(Tensor x, Tensor h)
    {
        var i = functional.linear(x, weight_ih, bias_ih).chunk(3, 1);
        var g = functional.linear(h, weight_hh, bias_hh).chunk(3, 1);
        var reset = (i[0] + g[0]).sigmoid();
        var update = (i[1] + g[1]).sigmoid();
        var candidate = (i[2] + (reset * g[2])).tanh();
        return ((1 - update) * candidate) + (update * h);
    }
}

[Lora(Rank = 4, Alpha = 16, Targets = "encoder|decoder", Bias = TrainedBias.LoraOnly)]
public partial class GruLanguageModel : Module<Tensor, Tensor, (Tensor Logits, Tensor State)>
{
    private readonly Embedding encoder;
    private readonly ModuleList<GruCell> cells = new();
    private readonly Linear decoder;
    private readonly int hiddenSize;

    public GruLanguageModel(int vocabulary, int hiddenSize, int layers) : base(nameof(GruLanguageModel))
    {
        this.hiddenSize = hiddenSize;
        encoder = Embedding(vocabulary, hiddenSize);
        for (var layer = 0; layer < layers; layer++)
            cells.Add(new GruCell(hiddenSize, hiddenSize));
        decoder = Linear(hiddenSize, vocabulary);
        RegisterComponents();
        InitWeights();
    }

    private void InitWeights()
    {
        const double range = 0.1;
        init.uniform_(encoder.weight!, -range, range);
        init.uniform_(decoder.weight, -range, range);
        init.zeros_(decoder.bias!);
    }

    public Tensor InitialState(long batch) => zeros(cells.Count, batch, hiddenSize);

    public override (Tensor Logits, Tensor State) forward(Tensor tokens, Tensor state)
    {
        using var scope = NewDisposeScope();
        var x = encoder.forward(tokens);
        var hidden = new List<Tensor>(state.unbind(0));
        var outputs = new List<Tensor>();
        for (var t = 0; t < tokens.shape[1]; t++)
        {
            var step = x.select(1, t);
            for (var layer = 0; layer < cells.Count; layer++)
                step = hidden[layer] = cells[layer].forward(step, hidden[layer]);
            outputs.Add(step);
        }
        var logits = decoder.forward(stack(outputs, 1));
        return (logits.MoveToOuterDisposeScope(), stack(hidden).MoveToOuterDisposeScope());
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new GruLanguageModel(vocabulary: 40, hiddenSize: 16, layers: 2);
        var tokens = randint(0, 40, new long[] { 3, 9 });
        var (input, next) = (tokens.narrow(1, 0, 8), tokens.narrow(1, 1, 8).reshape(-1));
        return (model, () =>
        {
            var (logits, _) = model.forward(input, model.InitialState(3));
            return functional.cross_entropy(logits.view(-1, 40), next);
        });
    }
}
