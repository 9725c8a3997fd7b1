using Declarative.Arithmetic;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.Oft;

/// <summary>OFT against its closed form, in double precision.</summary>
public sealed class OftTests
{
    private const double Exact = 1e-12;

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var form in new[] { "exact", "series", "shared", "shared series", "blocks" })
            {
                cases.Add(form, false);
                cases.Add(form, true);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_model_starts_unchanged_to_the_bit(string form, bool linearLike)
    {
        using var x = randn(2, 3, 6, ScalarType.Float64);
        using var model = new OneLayer(Layer(linearLike), Options(form));
        using var before = model.forward(x);
        using var set = AdapterSet.Attach(model);
        Near.Same(before, model.forward(x).detach());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_input_is_rotated_block_by_block(string form, bool linearLike)
    {
        using var x = randn(2, 3, 6, ScalarType.Float64);
        var layer = Layer(linearLike);
        using var model = new OneLayer(layer, Options(form));
        using var set = AdapterSet.Attach(model);
        var adapter = Randomize(set, 0.3);
        using var rotation = Rotation(adapter);
        using var expected = layer.forward(x.matmul(rotation));
        using var y = model.forward(x).detach();
        Near.Equal(expected, y, Exact);

        set.Merge();
        Near.Equal(expected, model.forward(x), Exact, "merged");
        using var turned = rotation.matmul(adapter.Weight.Original.t()).t();
        Near.Equal(turned, adapter.Weight.Current, Exact, "weight");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_are_those_of_finite_differences(string form, bool linearLike)
    {
        using var x = randn(3, 6, ScalarType.Float64);
        using var model = new OneLayer(Layer(linearLike), Options(form));
        using var set = AdapterSet.Attach(model);
        var parameter = Randomize(set, 0.3).oft_R;
        using var weights = randn(model.forward(x).shape, ScalarType.Float64);
        x.requires_grad_();
        Loss().backward();
        Near.Equal(Gradients.Numeric(Loss, parameter), parameter.grad!, 1e-6, form);
        Near.Equal(Gradients.Numeric(Loss, x), x.grad!, 1e-6, "x");

        Tensor Loss() => (model.forward(x).sin() * weights).sum();
    }

    [Fact]
    public void The_exact_transform_is_orthogonal_and_the_series_comes_near_its_inverse()
    {
        using var skew = new SkewSymmetric(5);
        using var q = skew.Of(randn(3, 10, dtype: ScalarType.Float64) * 0.02);
        Near.Equal(-q, q.transpose(1, 2), Exact);
        using var exact = Cayley.Exact(q);
        using var identity = eye(5, dtype: ScalarType.Float64).expand(3, 5, 5);
        Near.Equal(identity, exact.bmm(exact.transpose(1, 2)), Exact);
        var errors = new[] { 2, 4, 5, 6 }.Select(terms => (Cayley.Series(q, NeumannSeries.LastPower(terms)) - exact.transpose(1, 2)).abs().max().item<double>()).ToList();
        Assert.Equal(errors.OrderDescending(), errors);
        Assert.True(errors[^1] < 1e-4);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(5, 4)]
    [InlineData(7, 6)]
    public void The_series_has_the_powers_of_PEFT(int terms, int power)
    {
        Assert.Equal(power, NeumannSeries.LastPower(terms));
        using var skew = new SkewSymmetric(3);
        using var q = skew.Of(randn(2, 3, dtype: ScalarType.Float64));
        var expected = eye(3, dtype: ScalarType.Float64).expand(2, 3, 3) + q * 2;
        var last = q;
        for (var n = 2; n <= power; n++)
        {
            last = last.bmm(q);
            expected = expected + last * (n == power ? 1 : 2);
        }
        Near.Equal(expected, Cayley.Series(q, power), Exact);
    }

    [Theory]
    [InlineData(4, 0, "The BlockSize of [Oft] must divide the layer's 6 inputs; got 4.")]
    [InlineData(0, 0, "The BlockSize of [Oft] must divide the layer's 6 inputs; got 0.")]
    [InlineData(32, 4, "The Blocks of [Oft] must divide the layer's 6 inputs; got 4.")]
    [InlineData(32, 6, "with Blocks = 6 it has 1")]
    [InlineData(32, -1, "got -1")]
    public void Blocks_that_do_not_fit_are_refused(int size, int blocks, string message)
    {
        using var model = new OneLayer(Layer(false), new OftOptions { BlockSize = size, Blocks = blocks });
        Assert.Contains(message, Assert.Throws<AdapterException>(() => AdapterSet.Attach(model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_layers_and_series_without_terms_are_refused()
    {
        foreach (var layer in new nn.Module<Tensor, Tensor>[] { nn.Embedding(6, 6), nn.Conv2d(6, 6, 3), nn.LayerNorm(6) })
        {
            using var model = new OneLayer(layer, Options("exact"));
            Assert.Contains("OFT cannot adapt a", Assert.Throws<AdapterException>(() => AdapterSet.Attach(model)).Message, StringComparison.Ordinal);
        }
        using var linear = new OneLayer(Layer(false), Options("series") with { NeumannTerms = 1 });
        Assert.Contains("at least 2; got 1", Assert.Throws<AdapterException>(() => AdapterSet.Attach(linear)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_settings_are_named_when_read_and_refused_when_written()
    {
        using var folder = new TemporaryFolder();
        using var model = new OneLayer(Layer(false), Options("exact"));
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        using var other = new OneLayer(Layer(false), new OftOptions { Blocks = 3, BlockShare = true });
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(other, folder.Path, verifyBase: false));
        foreach (var difference in new[] { "a block has 3 inputs in the checkpoint and 2 here", "BlockShare is False", "UseCayleyNeumann is False" })
            Assert.Contains(error.Mismatches, m => m.Contains(difference, StringComparison.Ordinal));

        using var two = new Stack(
            1,
            Plans.Of("a", "fc1", "", new OftOptions { BlockSize = 4 }, Stack.Members),
            Plans.Of("b", "head", "", new OftOptions { BlockSize = 2 }, Stack.Members));
        using var both = AdapterSet.Attach(two);
        Assert.Contains("one set of OFT's settings", Assert.Throws<AdapterException>(() => both.SavePretrained(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exact")]
    [InlineData("series")]
    public void Steps_leave_no_tensor_behind(string form)
    {
        using var model = new Stack(2, Plans.Of("all-linear", Options(form) with { BlockSize = 4 }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Training.LeavesNothingBehind(model, set, randn(4, 3, 8));
    }

    private static OftOptions Options(string form) => form switch
    {
        "exact" => new OftOptions { BlockSize = 3, UseCayleyNeumann = false },
        "series" => new OftOptions { BlockSize = 3 },
        "shared" => new OftOptions { BlockSize = 3, BlockShare = true, UseCayleyNeumann = false },
        "shared series" => new OftOptions { BlockSize = 2, BlockShare = true, NeumannTerms = 4 },
        "blocks" => new OftOptions { Blocks = 3, UseCayleyNeumann = false },
        _ => throw new NotSupportedException(form),
    };

    private static nn.Module<Tensor, Tensor> Layer(bool linearLike) => linearLike
        ? new PlainLinear(randn(4, 6, dtype: ScalarType.Float64), randn(4, dtype: ScalarType.Float64))
        : nn.Linear(6, 4, dtype: ScalarType.Float64);

    private static OftAdapter Randomize(AdapterSet set, double deviation)
    {
        using var noGrad = no_grad();
        var adapter = (OftAdapter)set.Adapters.Single();
        adapter.oft_R.normal_(0, deviation);
        return adapter;
    }

    // R as a whole, from the definition.
    private static Tensor Rotation(OftAdapter adapter)
    {
        using var noGrad = no_grad();
        var (side, count) = ((int)adapter.BlockSize, 6 / (int)adapter.BlockSize);
        var options = (OftOptions)adapter.Options;
        var rotation = zeros(6, 6, ScalarType.Float64);
        for (var block = 0; block < count; block++)
        {
            var q = zeros(side, side, ScalarType.Float64);
            var next = 0;
            for (var i = 0; i < side; i++)
            {
                for (var j = i + 1; j < side; j++, next++)
                {
                    q[i, j] = adapter.oft_R[options.BlockShare ? 0 : block, next];
                    q[j, i] = -q[i, j];
                }
            }
            var identity = eye(side, dtype: ScalarType.Float64);
            var r = options.UseCayleyNeumann
                ? Cayley.Series(q.unsqueeze(0), NeumannSeries.LastPower(options.NeumannTerms)).squeeze(0)
                : (identity - q).mm(linalg.inv(identity + q));
            rotation.narrow(0, block * side, side).narrow(1, block * side, side).copy_(r);
        }
        return rotation;
    }
}
