using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.LoraDrop;

/// <summary>Which layers LoRA-drop keeps, and what becomes of the others.</summary>
public sealed class LoraDropTests
{
    private const ScalarType Double = ScalarType.Float64;

    private static readonly LoraOptions Options = new() { Rank = 2, Alpha = 3 };

    public static TheoryData<string> Kinds => ["Linear", "LinearLike", "Embedding", "Conv1d", "Conv2d"];

    // Of one layer the importance is 1, so the mean of squares is looked at where it is made.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_update_of_a_layer_is_what_merging_adds_to_its_output(string kind)
    {
        var (layer, x) = Layer(kind);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Fill(set, [1]);
        using var noGrad = no_grad();
        var difference = model.forward(x);
        using (set.Disable())
            difference -= model.forward(x);
        var update = ((LoraAdapter)set.Adapters[0]).Update(x);
        Near.Equal(difference.square().sum(), update.square().sum(), 1e-9);
        Assert.Equal(difference.numel(), update.numel());
        Assert.Equal(update.size(0), difference.numel() / update.size(1));
        Assert.Equal(difference.select(kind.StartsWith("Conv", StringComparison.Ordinal) ? 1 : -1, 0).square().sum().item<double>(), update.select(1, 0).square().sum().item<double>(), 1e-9);
    }

    [Fact]
    public void Importances_are_shares_of_the_mean_square_of_updates()
    {
        using var model = Model(Options);
        using var set = AdapterSet.Attach(model);
        Fill(set, [1, 0.5, 0.1]);
        Tensor[] batches = [rand(4, 3, 8, Double), rand(2, 3, 8, Double)];
        using var noGrad = no_grad();
        var squares = Squares(model, set, cat([.. batches.Select(static b => b.reshape(-1, 8))]));
        var result = Declarative.LoraDrop.Select(set, batches, b => model.forward(b), keepShare: 1);
        Assert.Equal(["blocks.0.net.fc1", "blocks.0.net.inner.fc2", "blocks.0.out"], result.Select(static r => r.Layer));
        Assert.All(result, static r => Assert.True(r.IsKept));
        Assert.Equal(1, result.Sum(static r => r.Importance), 1e-12);
        for (var i = 0; i < 3; i++)
            Assert.Equal(squares[i] / squares.Sum(), result[i].Importance, 1e-12);
        Assert.All(set.Adapters, static a => Assert.Same(a, AdapterDispatch.Find(a.BaseLayer)));
    }

    [Fact]
    public void A_layer_that_sees_fewer_tokens_is_no_less_important_for_that()
    {
        using var model = new Rare(Options);
        using var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.fill_(0.5);
        }
        var result = Declarative.LoraDrop.Select(set, [ones(6, 4, Double)], b => model.forward(b), keepShare: 1);
        Assert.All(result, static r => Assert.Equal(0.5, r.Importance, 1e-12));
    }

    [Theory]
    [InlineData(0.5, null)]
    [InlineData(0.8, null)]
    [InlineData(0.999999, null)]
    [InlineData(null, 1)]
    [InlineData(null, 2)]
    [InlineData(null, 9)]
    [InlineData(null, null)]
    public void The_fewest_layers_with_the_share_are_kept_or_the_largest(double? share, int? count)
    {
        using var model = Model(Options);
        using var set = AdapterSet.Attach(model);
        Fill(set, [0.3, 1, 0.4]);
        var result = Declarative.LoraDrop.Select(set, [rand(5, 8, Double)], b => model.forward(b), share, count, DroppedLayers.Detach);
        var sorted = result.OrderByDescending(static r => r.Importance).ToList();
        var kept = sorted.Count(static r => r.IsKept);
        Assert.Equal(sorted.Take(kept), sorted.Where(static r => r.IsKept));
        if (count is { } n)
        {
            Assert.Equal(Math.Min(n, 3), kept);
        }
        else
        {
            Assert.True(sorted.Take(kept).Sum(static r => r.Importance) >= (share ?? 0.9) - 1e-9);
            Assert.True(sorted.Take(kept - 1).Sum(static r => r.Importance) < (share ?? 0.9));
        }
        Assert.Equal(result.Where(static r => r.IsKept).Select(static r => r.Layer), set.Adapters.Select(static a => a.LayerPath));
        Assert.Equal(kept, set.Report.Rows.Count);
    }

    [Fact]
    public void Detached_layers_are_the_base_model_s_again()
    {
        using var model = Model(Options with { Init = LoraInit.PiSSA });
        var state = new BaseState(model);
        using (var set = AdapterSet.Attach(model))
        {
            Fill(set, [0.1, 1, 0.1]);
            Declarative.LoraDrop.Select(set, [rand(5, 8, Double)], b => model.forward(b), keepCount: 1, dropped: DroppedLayers.Detach);
            var kept = Assert.Single(set.Adapters);
            Assert.Equal(2, set.Parameters.Count);
            Assert.Null(AdapterDispatch.Find(model.blocks[0].@out));
            model.forward(rand(5, 8, Double)).sum().backward();
            Assert.All(model.blocks[0].@out.parameters(), static p => Assert.False(p.requires_grad));
            set.Merge();
            set.Unmerge();
            Assert.True(kept.Weight.Current.ne(kept.Weight.Original).any().item<bool>());
        }
        state.AssertSame(model);
    }

    [Fact]
    public void Dropped_layers_of_one_shape_share_factors_that_start_anew_and_are_trained_once()
    {
        using var model = new Stack(2, Plans.Of("all-linear", Options, Stack.Members));
        model.to(Double);
        var state = new BaseState(model);
        using var folder = new TemporaryFolder();
        using (var set = AdapterSet.Attach(model))
        {
            Fill(set, [1, 0.1, 0.1, 0.1, 0.1, 0.1]);
            using var x = rand(5, 8, Double);
            var result = Declarative.LoraDrop.Select(set, [x], b => model.forward(b), keepCount: 1);
            Assert.True(result[0].IsKept);
            var adapters = set.Adapters.Cast<LoraLinear>().ToList();
            Assert.Equal(["fc1", "fc1", "fc2", "fc2", "out", "out"], adapters.Select(static a => a.LayerPath.Split('.')[^1]));
            Assert.NotSame(adapters[0].lora_A.weight, adapters[1].lora_A.weight);
            Assert.Same(adapters[2].lora_A.weight, adapters[3].lora_A.weight);
            Assert.Same(adapters[4].lora_B.weight, adapters[5].lora_B.weight);
            Assert.NotSame(adapters[3].lora_B.weight, adapters[4].lora_B.weight);
            Assert.All(adapters.Skip(1), static a => Assert.Equal(0, a.Delta().abs().sum().item<double>()));

            Assert.Equal(8, set.Parameters.Count);
            Assert.Equal(set.Parameters.Sum(static p => p.numel()), set.Report.TrainableParameters.Value);
            using var optimizer = set.AdamW(0.05);
            for (var step = 0; step < 3; step++)
            {
                optimizer.zero_grad();
                model.forward(x).square().mean().backward();
                set.Step(optimizer);
            }
            Assert.True(adapters[2].lora_B.weight!.abs().sum().item<double>() > 0);
            Near.Same(adapters[2].Delta(), adapters[3].Delta());
            using var trained = model.forward(x).detach();
            set.SavePretrained(folder.Path);
            set.Load(folder.Path);
            Near.Same(trained, model.forward(x).detach());
            set.Merge();
            Near.Equal(trained, model.forward(x).detach(), 1e-12);
        }
        state.AssertSame(model);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_layer_takes_others_factors(string kind)
    {
        var ((one, x), (other, _)) = (Layer(kind), Layer(kind));
        using var left = new OneLayer(one, Options);
        using var right = new OneLayer(other, Options);
        using var first = AdapterSet.Attach(left);
        using var second = AdapterSet.Attach(right);
        SharedFactors.Share([(LoraAdapter)first.Adapters[0], (LoraAdapter)second.Adapters[0]]);
        Assert.Equal(first.Parameters, second.Parameters);
        Assert.Equal(second.Adapters[0].parameters().Select(static p => p.Handle).Order(), first.Parameters.Select(static p => p.Handle).Order());
        Fill(first, [1]);
        Near.Same(first.Adapters[0].Delta(), second.Adapters[0].Delta());
        right.forward(x).sum().backward();
        Assert.All(first.Parameters, static p => Assert.NotNull(p.grad));
    }

    [Fact]
    public void What_cannot_be_selected_is_refused_and_nothing_is_changed()
    {
        using var model = Model(Options);
        using var set = AdapterSet.Attach(model);
        Tensor[] batches = [rand(5, 8, Double)];
        void Select(double? share = null, int? count = null, DroppedLayers dropped = DroppedLayers.Share) =>
            Declarative.LoraDrop.Select(set, batches, b => model.forward(b), share, count, dropped);

        Assert.Contains("Train for some steps first", Assert.Throws<AdapterException>(() => Select()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Select(share: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Select(share: 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Select(count: 0));
        Assert.Throws<ArgumentException>(() => Select(0.5, 1));
        using (set.Disable())
            Assert.Throws<AdapterException>(() => Select());
        set.Merge();
        Assert.Throws<AdapterException>(() => Select());
        set.Unmerge();
        Assert.Throws<InvalidDataException>(() => Declarative.LoraDrop.Select(set, batches, static _ => throw new InvalidDataException()));
        Assert.All(set.Adapters, static a => Assert.Same(a, AdapterDispatch.Find(a.BaseLayer)));
        Assert.Equal(3, set.Adapters.Count);
    }

    [Fact]
    public void Other_methods_and_sharing_after_PiSSA_are_refused()
    {
        using var dora = Model(new DoRAOptions { Rank = 2 });
        using (var set = AdapterSet.Attach(dora))
            Assert.Contains("has an adapter of [DoRA]", Error(set, dora), StringComparison.Ordinal);
        using var pissa = Model(Options with { Init = LoraInit.PiSSA });
        using (var set = AdapterSet.Attach(pissa))
            Assert.Contains("Use DroppedLayers.Detach", Error(set, pissa), StringComparison.Ordinal);

        static string Error(AdapterSet set, Stack model) => Assert.Throws<AdapterException>(
            () => Declarative.LoraDrop.Select(set, [rand(5, 8, Double)], b => model.forward(b))).Message;
    }

    private static Stack Model(LoraOptions options)
    {
        var model = new Stack(1, Plans.Of("all-linear", options, Stack.Members));
        model.to(Double);
        return model;
    }

    private static void Fill(AdapterSet set, double[] deviations)
    {
        using var noGrad = no_grad();
        foreach (var (adapter, deviation) in set.Adapters.Zip(deviations))
        {
            foreach (var tensor in adapter.CheckpointTensors())
                tensor.Parameter.normal_(0, deviation);
        }
    }

    // By hand: the inputs of the layers of one block, and the square of delta·x.
    private static double[] Squares(Stack model, AdapterSet set, Tensor x)
    {
        var (fc1, fc2, last) = (set.Adapters[0], set.Adapters[1], set.Adapters[2]);
        var hidden = fc1.forward(x).relu();
        var normalized = ((nn.Module<Tensor, Tensor>)((Sequential)model.blocks[0].net[2])[1]).forward(fc2.forward(hidden));
        return [Mean(fc1, x), Mean(fc2, hidden), Mean(last, normalized)];

        static double Mean(Adapter adapter, Tensor input) => input.mm(adapter.Delta().t()).square().sum(1).mean().item<double>();
    }

    private static (nn.Module<Tensor, Tensor> Layer, Tensor Input) Layer(string kind) => kind switch
    {
        "Linear" => (nn.Linear(4, 5, dtype: Double), rand(3, 2, 4, Double)),
        "LinearLike" => (new OwnLinear(4, 5, Double), rand(3, 4, Double)),
        "Embedding" => (nn.Embedding(6, 4, dtype: Double), tensor(new long[] { 0, 2, 5, 2 })),
        "Conv1d" => (nn.Conv1d(4, 5, 3, dtype: Double), rand(2, 4, 6, Double)),
        _ => (nn.Conv2d(4, 5, 3, dtype: Double), rand(2, 4, 6, 5, Double)),
    };

    /// <summary>Two layers, the second of which sees the first token only.</summary>
    private sealed class Rare : nn.Module<Tensor, Tensor>, IAdapterHost
    {
        private readonly Linear often = nn.Linear(4, 4, dtype: Double), seldom = nn.Linear(4, 4, dtype: Double);
        private readonly AdapterPlan plan;

        public Rare(AdapterOptions options)
            : base(nameof(Rare))
        {
            plan = Plans.Of(null, options, "often", "seldom");
            RegisterComponents();
        }

        public IReadOnlyList<AdapterPlan> GetAdapterPlans() => [plan];

        public override Tensor forward(Tensor x) => Dispatch.Forward(often, x) + Dispatch.Forward(seldom, x.narrow(0, 0, 1));
    }
}
