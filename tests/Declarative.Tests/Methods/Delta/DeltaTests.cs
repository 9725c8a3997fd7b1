using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.Delta;

/// <summary>What holds of every method with an update of the weight's shape, in double precision.</summary>
public sealed class DeltaTests
{
    private const double Exact = 1e-12;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var method in new[] { "LoHa", "LoHa Tucker", "LoKr", "LoKr Tucker", "LoKr both", "LoKr whole" })
            {
                foreach (var layer in new[] { "linear", "linear without bias", "linear-like", "conv1d", "conv2d", "conv2d 1x1", "grouped conv2d", "conv2d same", "conv1d circular", "conv2d reflect" })
                    cases.Add(method, layer);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_model_starts_unchanged_to_the_bit(string method, string kind)
    {
        var (layer, x) = Create(kind);
        using var model = new OneLayer(layer, Options(method));
        using var before = model.forward(x);
        using var set = AdapterSet.Attach(model);
        Near.Same(before, model.forward(x).detach());
        Assert.Contains(set.Parameters, static p => p.abs().sum().item<double>() > 0);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_is_the_layer_with_its_weight_changed(string method, string kind)
    {
        var (layer, x) = Create(kind);
        using var model = new OneLayer(layer, Options(method));
        using var before = model.forward(x);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var y = model.forward(x).detach();
        Near.Different(before, y);
        set.Merge();
        Near.Equal(layer.forward(x), y, Exact, kind);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_are_those_of_finite_differences(string method, string kind)
    {
        var (layer, x) = Create(kind);
        using var model = new OneLayer(layer, Options(method));
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var weights = randn(model.forward(x).shape, ScalarType.Float64);
        x.requires_grad_();

        Loss().backward();
        foreach (var parameter in set.Parameters)
            Near.Equal(Gradients.Numeric(Loss, parameter), parameter.grad!, 1e-6, kind);
        Near.Equal(Gradients.Numeric(Loss, x), x.grad!, 1e-6, "x");

        Tensor Loss() => (model.forward(x).sin() * weights).sum();
    }

    [Theory]
    [InlineData("LoHa", new long[] { 6 })]
    [InlineData("LoHa", new long[] { 2, 1, 3, 6 })]
    [InlineData("LoHa", new long[] { 0, 6 })]
    [InlineData("LoKr", new long[] { 6 })]
    [InlineData("LoKr", new long[] { 0, 6 })]
    public void Any_number_of_dimensions_goes_in_and_comes_out(string method, long[] shape)
    {
        using var model = new OneLayer(nn.Linear(6, 4, dtype: ScalarType.Float64), Options(method));
        using var set = AdapterSet.Attach(model);
        Assert.Equal([.. shape[..^1], 4], model.forward(randn(shape, ScalarType.Float64)).shape);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Half_precision_keeps_an_update_that_is_too_small_for_the_weight(bool convolution)
    {
        const ScalarType Half = ScalarType.BFloat16;
        nn.Module<Tensor, Tensor> layer = convolution ? nn.Conv1d(2, 1, 1, bias: false, dtype: Half) : nn.Linear(2, 1, hasBias: false, dtype: Half);
        using var model = new OneLayer(layer, new LoHaOptions { Rank = 1, Alpha = 1 });
        using var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            set.Adapters[0].Weight.Current.fill_(1);
            foreach (var parameter in set.Parameters)
                parameter.fill_(0.25);
            ((LoHaAdapter)set.Adapters[0]).hada_w1_b[0, 0] = 0;
        }

        // The weights cancel; of the updates 0 and 0.0039 none is left in a sum with 1.
        using var x = torch.tensor(new[] { 1f, -1f }, dtype: Half).reshape(convolution ? [1, 2, 1] : [1, 2]);
        using var sum = set.Adapters[0].Weight.Current + set.Adapters[0].Delta();
        Assert.True(sum.eq(1).all().item<bool>());
        using var y = model.forward(x).to_type(ScalarType.Float64);
        Assert.Equal(-0.00390625, y.sum().item<double>());
    }

    [Theory]
    [InlineData("LoHa", "conv2d")]
    [InlineData("LoHa Tucker", "conv2d")]
    [InlineData("LoKr Tucker", "conv2d")]
    [InlineData("LoKr both", "linear")]
    public void Adapters_move_with_the_model(string method, string kind)
    {
        var (layer, x) = Create(kind);
        using var model = new OneLayer(layer, Options(method));
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var expected = model.forward(x).detach();
        model.to(ScalarType.Float32);
        Assert.All(set.Parameters, static p => Assert.Equal(ScalarType.Float32, p.dtype));
        using var single = x.to_type(ScalarType.Float32);
        Near.Equal(expected, model.forward(single), 1e-4);
    }

    [Theory]
    [InlineData("LoHa")]
    [InlineData("LoKr")]
    public void Layers_of_other_kinds_and_ranks_below_one_are_refused(string method)
    {
        foreach (var layer in new nn.Module<Tensor, Tensor>[] { nn.Embedding(5, 4), nn.LayerNorm(4) })
        {
            using var model = new OneLayer(layer, Options(method));
            Assert.Contains("cannot adapt a", Assert.Throws<AdapterException>(() => AdapterSet.Attach(model)).Message, StringComparison.Ordinal);
        }
        using var linear = new OneLayer(nn.Linear(4, 4), Options(method) with { Rank = 0 });
        Assert.Contains("must be at least 1; got 0", Assert.Throws<AdapterException>(() => AdapterSet.Attach(linear)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LoHa")]
    [InlineData("LoKr")]
    public void Steps_leave_no_tensor_behind(string method)
    {
        using var model = new Stack(2, Plans.Of("all-linear", Options(method), Stack.Members));
        using var set = AdapterSet.Attach(model);
        Training.LeavesNothingBehind(model, set, randn(4, 3, 8));
    }

    [Theory]
    [InlineData("LoHa")]
    [InlineData("LoKr")]
    public void Ranks_and_alphas_by_layer_are_written_and_read_again(string method)
    {
        using var folder = new TemporaryFolder();
        AdapterPlan[] Make(double alpha) =>
        [
            Plans.Of("a", "fc1", "", Options(method), Stack.Members),
            Plans.Of("b", "fc2", "", Options(method) with { Rank = 3, Alpha = alpha }, Stack.Members),
        ];
        using var model = new Stack(2, Make(5));
        using (var set = AdapterSet.Attach(model))
        {
            Randomize(set);
            set.SavePretrained(folder.Path);
        }
        using (AdapterSet.LoadPretrained(model, folder.Path))
        {
        }
        using var other = new Stack(2, Make(6));
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(other, folder.Path, verifyBase: false));
        Assert.Equal("alpha is 5 in the checkpoint and 6 here: 'blocks.0.net.inner.fc2', 'blocks.1.net.inner.fc2'", Assert.Single(error.Mismatches));
    }

    [Fact]
    public void One_checkpoint_has_one_form_of_convolutions()
    {
        using var folder = new TemporaryFolder();
        using var model = ToyConv.Plain(
            Plans.Of("a", "conv3|conv1", "", new LoHaOptions { Rank = 2, UseEffectiveConv2d = true }, "conv3", "conv1"),
            Plans.Of("b", "conv_s", "", new LoHaOptions { Rank = 2 }, "conv_s"));
        using var set = AdapterSet.Attach(model);
        var error = Assert.Throws<AdapterException>(() => set.SavePretrained(folder.Path));
        Assert.Contains("use_effective_conv2d", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static DeltaOptions Options(string method) => method switch
    {
        "LoHa" => new LoHaOptions { Rank = 2, Alpha = 3 },
        "LoHa Tucker" => new LoHaOptions { Rank = 2, Alpha = 3, UseEffectiveConv2d = true },
        "LoKr" => new LoKrOptions { Rank = 1, Alpha = 3 },
        "LoKr Tucker" => new LoKrOptions { Rank = 1, Alpha = 3, UseEffectiveConv2d = true },
        "LoKr both" => new LoKrOptions { Rank = 1, Alpha = 3, DecomposeBoth = true, DecomposeFactor = 4 },
        "LoKr whole" => new LoKrOptions { Rank = 100, Alpha = 300 },
        _ => throw new NotSupportedException(method),
    };

    private static void Randomize(AdapterSet set)
    {
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.normal_(0, 0.5);
    }

    private static (nn.Module<Tensor, Tensor> Layer, Tensor X) Create(string kind)
    {
        const ScalarType Double = ScalarType.Float64;
        return kind switch
        {
            "linear" => (nn.Linear(6, 4, dtype: Double), randn(2, 3, 6, dtype: Double)),
            "linear without bias" => (nn.Linear(6, 4, hasBias: false, dtype: Double), randn(3, 6, dtype: Double)),
            "linear-like" => (new PlainLinear(randn(4, 6, dtype: Double)), randn(2, 3, 6, dtype: Double)),
            "conv1d" => (nn.Conv1d(4, 6, 3, stride: 2, padding: 1, dtype: Double), randn(2, 4, 7, dtype: Double)),
            "conv1d circular" => (nn.Conv1d(4, 6, 3, padding: 1, padding_mode: PaddingModes.Circular, dtype: Double), randn(2, 4, 7, dtype: Double)),
            "conv2d" => (nn.Conv2d(4, 6, (3, 2), padding: (1, 0), dilation: (1, 2), dtype: Double), randn(2, 4, 5, 5, dtype: Double)),
            "conv2d 1x1" => (nn.Conv2d(4, 6, 1, dtype: Double), randn(4, 5, 5, dtype: Double)),
            "grouped conv2d" => (nn.Conv2d(4, 6, 3, groups: 2, dtype: Double), randn(2, 4, 5, 5, dtype: Double)),
            "conv2d same" => (nn.Conv2d(4, 6, (3, 2), Padding.Same, dtype: Double), randn(2, 4, 5, 5, dtype: Double)),
            "conv2d reflect" => (nn.Conv2d(4, 6, (3, 2), padding: (2, 1), padding_mode: PaddingModes.Reflect, dtype: Double), randn(2, 4, 5, 5, dtype: Double)),
            _ => throw new NotSupportedException(kind),
        };
    }
}
