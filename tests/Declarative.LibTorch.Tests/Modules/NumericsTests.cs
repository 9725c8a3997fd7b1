using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.LibTorch.Tests.Modules;

public class NumericsTests
{
    private static readonly ScalarType F64 = ScalarType.Float64;

    [Fact]
    public void LinearIsAnAffineMap()
    {
        using var linear = Linear(3, 2, dtype: F64);
        using var x = Sample(4, 5, 3);
        var (w, b, input) = (Values(linear.weight), Values(linear.bias!), Values(x));
        var expected = new double[4 * 5 * 2];
        for (var row = 0; row < 20; row++)
        {
            for (var o = 0; o < 2; o++)
                expected[row * 2 + o] = b[o] + Enumerable.Range(0, 3).Sum(i => input[row * 3 + i] * w[o * 3 + i]);
        }
        using var y = linear.forward(x);
        Assert.Equal([4, 5, 2], y.shape);
        AssertClose(expected, y);
        Assert.Equal((3L, 2L), (linear.in_features, linear.out_features));
    }

    [Fact]
    public void LayerNormNormalisesTheLastDimension()
    {
        using var norm = LayerNorm(4, dtype: F64);
        norm.weight = Parameter(Sample(4));
        norm.bias = Parameter(Sample(4));
        using var x = Sample(3, 4);
        var (w, b, input) = (Values(norm.weight), Values(norm.bias!), Values(x));
        var expected = input.Chunk(4).SelectMany(row =>
        {
            var mean = row.Average();
            var deviation = Math.Sqrt(row.Average(v => (v - mean) * (v - mean)) + 1e-5);
            return row.Select((v, i) => (v - mean) / deviation * w[i] + b[i]);
        });
        using var y = norm.forward(x);
        AssertClose(expected, y);
    }

    [Fact]
    public void GroupNormNormalisesGroupsOfChannels()
    {
        // TorchSharp 0.107 leaves the parameters of a new one as they come out of memory.
        using var norm = GroupNorm(2, 4, dtype: F64);
        norm.weight = Parameter(ones(4, F64));
        norm.bias = Parameter(zeros(4, F64));
        using var x = Sample(3, 4, 5);
        var expected = Values(x).Chunk(10).SelectMany(Standardised);
        using var y = norm.forward(x);
        AssertClose(expected, y);
        Assert.Throws<ArgumentException>(() => norm.forward(ones(1, 4)));
    }

    [Fact]
    public void BatchNormUsesTheBatchInTrainingAndTheRunningStatisticsInEvaluation()
    {
        using var norm = BatchNorm2d(2, dtype: F64);
        using var x = Sample(3, 2, 2, 2);
        using (var y = norm.forward(x))
        {
            var input = Values(x);
            var expected = new double[input.Length];
            for (var c = 0; c < 2; c++)
            {
                var positions = Enumerable.Range(0, input.Length).Where(i => i / 4 % 2 == c).ToList();
                var standard = Standardised(positions.Select(i => input[i]).ToArray()).ToList();
                for (var i = 0; i < positions.Count; i++) expected[positions[i]] = standard[i];
            }
            AssertClose(expected, y);
            Assert.Equal(1, norm.num_batches_tracked!.ToDouble());
        }

        norm.eval();
        norm.running_mean = zeros(2, F64);
        norm.running_var = full(2, 3.0, F64);
        using (var y = norm.forward(x)) AssertClose(Values(x).Select(v => v / Math.Sqrt(3 + 1e-5)), y);
        Assert.Throws<ArgumentException>(() => norm.forward(ones(1, 2, 3, dtype: F64)));
    }

    [Fact]
    public void EmbeddingsLookUpRows()
    {
        using var embedding = Embedding(4, 2, padding_idx: 0, dtype: F64);
        using var indices = tensor(new[] { 3L, 0L, 3L });
        using var y = embedding.forward(indices);
        using var table = embedding.weight!;
        var rows = Values(table);
        AssertClose([rows[6], rows[7], 0, 0, rows[6], rows[7]], y);
        y.sum().backward();
        Assert.Equal([0, 0, 0, 0, 0, 0, 2, 2], Values(table.grad!));

        using var limited = Embedding(2, 4, max_norm: 0.5, dtype: F64);
        using var shortened = limited.forward(tensor(new[] { 1L }));
        Assert.Equal(0.5, shortened.norm().ToDouble(), 1e-5);
    }

    [Fact]
    public void ConvolutionsSlideTheirKernel()
    {
        using var conv = Conv1d(2, 3, 3, stride: 2, padding: 1, dtype: F64);
        using var x = Sample(1, 2, 7);
        var (w, b, input) = (Values(conv.weight), Values(conv.bias!), Values(x));
        var expected = new double[3 * 4];
        for (var o = 0; o < 3; o++)
        {
            for (var t = 0; t < 4; t++)
            {
                var sum = b[o];
                for (var c = 0; c < 2; c++)
                {
                    for (var k = 0; k < 3; k++)
                    {
                        var at = t * 2 + k - 1;
                        if (at is >= 0 and < 7) sum += w[(o * 2 + c) * 3 + k] * input[c * 7 + at];
                    }
                }
                expected[o * 4 + t] = sum;
            }
        }
        using var y = conv.forward(x);
        Assert.Equal([1, 3, 4], y.shape);
        AssertClose(expected, y);
        Assert.Throws<ArgumentException>(() => conv.forward(ones(1, 3, 7, dtype: F64)));
    }

    [Fact]
    public void ConvolutionsPadByEffectAndByMode()
    {
        using var x = Sample(2, 3, 6, 5);
        using var same = Conv2d(3, 4, 3, Padding.Same, dtype: F64);
        using var explicitly = Conv2d(3, 4, 3, padding: 1L, dtype: F64);
        explicitly.load_state_dict(same.state_dict());
        using var bySame = same.forward(x);
        using var bySize = explicitly.forward(x);
        Assert.Equal([2, 4, 6, 5], bySame.shape);
        AssertClose(Values(bySize), bySame);

        using var mirrored = Conv2d(3, 4, (3, 3), padding: (1, 1), padding_mode: PaddingModes.Reflect, dtype: F64);
        mirrored.load_state_dict(same.state_dict());
        using var padded = functional.pad(x, (1, 1, 1, 1), PaddingModes.Reflect);
        using var valid = functional.conv2d(padded, same.weight, same.bias);
        using var byMode = mirrored.forward(x);
        AssertClose(Values(valid), byMode);
    }

    [Fact]
    public void ActivationsAreTheirFormulas()
    {
        using var x = Sample(20);
        var input = Values(x);
        double Sigma(double v) => 1 / (1 + Math.Exp(-v));
        void Check(Module<Tensor, Tensor> module, Func<double, double> formula)
        {
            using var copy = x.clone();
            using (var y = module.forward(copy)) AssertClose(input.Select(formula), y);
            module.Dispose();
        }

        Check(ReLU(), v => Math.Max(v, 0));
        Check(ReLU(inplace: true), v => Math.Max(v, 0));
        Check(SiLU(), v => v * Sigma(v));
        Check(SiLU(true), v => v * Sigma(v));
        Check(Sigmoid(), Sigma);
        Check(Sigmoid(true), Sigma);
        Check(Tanh(), Math.Tanh);
        Check(Tanh(true), Math.Tanh);
        Check(GELU(GELU_Tanh), v => 0.5 * v * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v))));
        Check(Identity(), v => v);

        // Φ(x) through its derivative, the normal density.
        using var leaf = x.clone().requires_grad_();
        using var gelu = functional.gelu(leaf);
        gelu.sum().backward();
        var step = 1e-6;
        using var up = functional.gelu(x + step);
        using var down = functional.gelu(x - step);
        AssertClose(Values((up - down) / (2 * step)), leaf.grad!, 1e-8);
    }

    private static readonly GELU.Approximate GELU_Tanh = TorchSharp.Modules.GELU.Approximate.tanh;

    [Fact]
    public void InPlaceActivationsOverwriteTheirInput()
    {
        using var x = tensor(new[] { -1.0, 2.0 });
        using var y = functional.relu(x, inplace: true);
        Assert.NotSame(x, y);
        Assert.Equal([0, 2], Values(x));
    }

    [Fact]
    public void SoftmaxSumsToOne()
    {
        using var x = Sample(3, 4);
        var expected = Values(x).Chunk(4).SelectMany(row => row.Select(v => Math.Exp(v) / row.Sum(Math.Exp))).ToArray();
        using var y = Softmax(-1).forward(x);
        AssertClose(expected, y);
        using var log = functional.log_softmax(x, 1);
        AssertClose(expected.Select(v => Math.Log(v)), log);
    }

    [Fact]
    public void AttentionIsItsFormulaWithMasksAndCausality()
    {
        using var q = Sample(2, 2, 3, 4);
        using var k = Sample(2, 2, 5, 4);
        using var v = Sample(2, 2, 5, 6);
        using var scores = q.matmul(k.transpose(-2, -1)) / 2.0;
        using (var y = functional.scaled_dot_product_attention(q, k, v))
            AssertClose(Values(scores.softmax(-1).matmul(v)), y);

        using var mask = tensor(new[] { true, true, false, true, false }).expand(3, 5);
        using var blocked = scores.masked_fill(mask.logical_not(), double.NegativeInfinity);
        using (var y = functional.scaled_dot_product_attention(q, k, v, mask))
            AssertClose(Values(blocked.softmax(-1).matmul(v)), y);

        using var bias = Sample(3, 5);
        using (var y = functional.scaled_dot_product_attention(q, k, v, bias))
            AssertClose(Values((scores + bias).softmax(-1).matmul(v)), y);

        using var own = functional.scaled_dot_product_attention(k, k, v, is_casual: true);
        using var triangle = ones(5, 5, ScalarType.Bool).tril();
        using var seen = k.matmul(k.transpose(-2, -1)).div(2.0).masked_fill(triangle.logical_not(), double.NegativeInfinity);
        AssertClose(Values(seen.softmax(-1).matmul(v)), own);
    }

    [Fact]
    public void LossesAreTheirFormulas()
    {
        using var logits = Sample(4, 3);
        using var classes = tensor(new[] { 0L, 2L, 1L, 2L });
        var rows = Values(logits).Chunk(3).ToArray();
        long[] picked = [0, 2, 1, 2];
        var each = rows.Select((row, i) => Math.Log(row.Sum(Math.Exp)) - row[picked[i]]).ToArray();

        AssertClose([each.Average()], functional.cross_entropy(logits, classes));
        AssertClose([each.Sum()], functional.cross_entropy(logits, classes, reduction: Reduction.Sum));
        AssertClose(each, functional.cross_entropy(logits, classes, reduction: Reduction.None));
        AssertClose([(each[0] + each[2]) / 2], functional.cross_entropy(logits, classes, ignore_index: 2));
        using var loss = CrossEntropyLoss(ignore_index: 2);
        AssertClose([(each[0] + each[2]) / 2], loss.forward(logits, classes));
        var uniform = rows.Select(row => Math.Log(row.Sum(Math.Exp)) - row.Average()).Average();
        AssertClose([0.9 * each.Average() + 0.1 * uniform], functional.cross_entropy(logits, classes, label_smoothing: 0.1));
        AssertClose([each.Average()], functional.nll_loss(functional.log_softmax(logits, 1), classes));

        using var target = Sample(4, 3);
        var squares = Values(logits).Zip(Values(target), (a, b) => (a - b) * (a - b)).ToArray();
        using var mse = MSELoss();
        AssertClose([squares.Average()], mse.forward(logits, target));
        AssertClose(Values(logits).Select(a => a * a), functional.mse_loss(logits, zeros(1, dtype: F64), Reduction.None));

        using var binary = (target > 0).to(F64);
        var entropies = Values(logits).Zip(Values(binary), (x, t) => Math.Log(1 + Math.Exp(x)) - t * x);
        using var bce = BCEWithLogitsLoss();
        AssertClose([entropies.Average()], bce.forward(logits, binary));
        Assert.ThrowsAny<Exception>(() => functional.binary_cross_entropy_with_logits(logits, ones(2, dtype: F64)));
    }

    [Fact]
    public void DropoutKeepsTheMeanInTrainingAndDoesNothingInEvaluation()
    {
        manual_seed(1);
        using var dropout = Dropout(0.25);
        using var x = ones(10000, dtype: F64);
        using var y = dropout.forward(x);
        var values = Values(y);
        Assert.All(values, v => Assert.True(v == 0 || Math.Abs(v - 1 / 0.75) < 1e-12));
        Assert.InRange(values.Average(), 0.95, 1.05);
        dropout.eval();
        using var same = dropout.forward(x);
        AssertClose(Values(x), same);
    }

    [Fact]
    public void PoolingTakesMaximaAndMeans()
    {
        using var x = arange(16, dtype: F64).reshape(1, 1, 4, 4);
        using var max = MaxPool2d(2);
        AssertClose([5, 7, 13, 15], max.forward(x));
        AssertClose([5, 7, 13, 15], max.forward_with_indices(x).Indices.to(F64));
        AssertClose([10, 11, 14, 15], MaxPool2d((3, 3), stride: (1, 1)).forward(x));
        AssertClose([2.5, 4.5, 10.5, 12.5], AvgPool2d(2).forward(x));
        AssertClose([2.5, 4.5, 10.5, 12.5], AdaptiveAvgPool2d(2).forward(x));
        AssertClose([7.5], AdaptiveAvgPool2d((1, 1)).forward(x));
    }

    [Fact]
    public void ShapesCanBePaddedNormalisedFlattenedAndSpread()
    {
        using var x = tensor(new[] { 3.0, 4.0 }).reshape(1, 2);
        AssertClose([0.6, 0.8], functional.normalize(x));
        AssertClose([9, 3, 4, 9], functional.pad(x, (1, 1), value: 9));
        AssertClose([3, 3, 4, 4], functional.pad(x, new[] { 1L, 1L }, PaddingModes.Replicate));
        Assert.Equal([3, 4], functional.pad(x, 1).shape);
        Assert.Equal([2, 12], Flatten().forward(ones(2, 3, 4)).shape);
        AssertClose([0, 0, 1], functional.one_hot(tensor(2L)).to(F64));
        Assert.Throws<ArgumentException>(() => functional.one_hot(tensor(2)));
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("layernorm")]
    [InlineData("groupnorm")]
    [InlineData("conv1d")]
    [InlineData("silu")]
    [InlineData("gelu")]
    [InlineData("softmax")]
    public void GradientsAgreeWithFiniteDifferences(string kind)
    {
        using Module<Tensor, Tensor> module = kind switch
        {
            "linear" => Linear(4, 3, dtype: F64),
            "layernorm" => LayerNorm(4, dtype: F64),
            "groupnorm" => GroupNorm(1, 3, dtype: F64),
            "conv1d" => Conv1d(3, 2, 2, dtype: F64),
            "silu" => SiLU(),
            "gelu" => GELU(),
            _ => Softmax(-1),
        };
        using var x = Sample(2, 3, 4).requires_grad_();
        using var weight = module.forward(x).detach().cos();
        double Loss()
        {
            using var _ = no_grad();
            using var y = module.forward(x);
            return (y * weight).sum().ToDouble();
        }

        (module.forward(x) * weight).sum().backward();
        foreach (var tensor in module.parameters().Append(x))
        {
            var gradient = Values(tensor.grad!);
            var flat = tensor.detach().reshape(-1);
            for (var i = 0; i < gradient.Length; i++)
            {
                var value = flat[i].ToDouble();
                flat[i] = value + 1e-5;
                var up = Loss();
                flat[i] = value - 1e-5;
                var down = Loss();
                flat[i] = value;
                Assert.Equal((up - down) / 2e-5, gradient[i], 1e-7);
            }
        }
    }

    private static int seed;

    private static Tensor Sample(params long[] shape)
    {
        var random = new Random(++seed);
        var values = Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(_ => random.NextDouble() * 4 - 2);
        return tensor(values.ToArray()).reshape(shape);
    }

    private static double[] Values(Tensor tensor) => tensor.detach().contiguous().data<double>().ToArray();

    private static IEnumerable<double> Standardised(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)) + 1e-5);
        return values.Select(v => (v - mean) / deviation);
    }

    private static void AssertClose(IEnumerable<double> expected, Tensor actual, double tolerance = 1e-10)
    {
        var (left, right) = (expected.ToArray(), Values(actual));
        Assert.Equal(left.Length, right.Length);
        for (var i = 0; i < left.Length; i++) Assert.Equal(left[i], right[i], tolerance);
    }
}
