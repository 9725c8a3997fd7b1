// A recommender of many small tables: embeddings in a list, feature crosses by hand, towers from arrays of widths.
using System;
using System.Linq;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.Recommender;

[Lora(Rank = 2, Targets = "tables.*|bottom.*|top.*.linear|user_bias")]
public partial class Recommender : Module<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<Embedding> tables;
    private readonly Sequential bottom;
    private readonly ModuleList<Dense> top;
    private readonly Embedding user_bias;
    private readonly ParameterList feature_weights;

    public Recommender(long[] cardinalities, int dense, int width, params int[] topWidths) : base(nameof(Recommender))
    {
        tables = new ModuleList<Embedding>([.. cardinalities.Select(n => Embedding(n, width))]);
        user_bias = Embedding(cardinalities[0], 8);
        bottom = CreateBottom(dense, width);
        var features = cardinalities.Length + 1;
        var before = features * (features - 1) / 2 + width;
        top = new ModuleList<Dense>();
        foreach (var next in topWidths)
        {
            top.Add(new Dense(before, next));
            before = next;
        }
        feature_weights = new ParameterList([.. cardinalities.Select(_ => new Parameter(ones(width)))]);
        RegisterComponents();
    }

    private static Sequential CreateBottom(int dense, int width)
    {
        var hidden = 2 * width;
        return Sequential(Linear(dense, hidden), ReLU(), Linear(hidden, width), ReLU());
    }

    public override Tensor forward(Tensor dense, Tensor categories)
    {
        using var scope = NewDisposeScope();
        var x = bottom.forward(dense);
        var vectors = tables
            .Select((table, i) => table.forward(categories.select(1, i)) * feature_weights[i])
            .Append(x)
            .ToArray();
        var stacked = stack(vectors, 1);
        var products = stacked.bmm(stacked.transpose(1, 2));
        var pairs = Enumerable.Range(0, vectors.Length)
            .SelectMany(i => Enumerable.Range(0, i).Select(j => products.select(1, i).select(1, j)));
        var y = cat(new[] { x, stack(pairs.ToArray(), 1) }, 1);
        foreach (Dense layer in top)
            y = layer.forward(y);
        return (y.sum(1) + user_bias.forward(categories.select(1, 0)).mean(new long[] { 1 })).MoveToOuterDisposeScope();
    }

    public sealed class Dense : Module<Tensor, Tensor>
    {
        private readonly Linear linear;

        public Dense(int inputs, int outputs) : base(nameof(Dense))
        {
            linear = Linear(inputs, outputs);
            init.xavier_uniform_(linear.weight);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            using var y = linear.forward(x);
            return functional.relu(y);
        }
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new Recommender([20, 30, 12], dense: 5, width: 8, 16, 8);
        var categories = stack(new[] { randint(0, 20, new long[] { 16 }), randint(0, 30, new long[] { 16 }), randint(0, 12, new long[] { 16 }) }, 1);
        var (dense, clicks) = (randn(16, 5), randint(0, 2, new long[] { 16 }).to_type(ScalarType.Float32));
        return (model, () => functional.binary_cross_entropy_with_logits(model.forward(dense, categories), clicks));
    }
}
