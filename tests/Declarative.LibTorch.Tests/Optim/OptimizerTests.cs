using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.LibTorch.Tests.Optim;

public class OptimizerTests
{
    private static readonly double[] Start = [0.5, -1.5, 2.0];

    // The gradient at every step, whatever the parameters are.
    private static double[] Gradient(int step) => Start.Select((_, i) => Math.Sin(step * 1.7 + i) + 0.1 * i).ToArray();

    [Theory]
    [InlineData(0.1, false, false)]
    [InlineData(0.0, true, false)]
    [InlineData(0.1, true, true)]
    public void AdamWFollowsItsPaper(double decay, bool amsgrad, bool maximize)
    {
        const double Lr = 0.03, Beta1 = 0.8, Beta2 = 0.95, Eps = 1e-6;
        using var parameter = Parameter(tensor(Start));
        using var optimizer = optim.AdamW([parameter], Lr, Beta1, Beta2, Eps, decay, amsgrad, maximize);

        var expected = (double[])Start.Clone();
        double[] m = new double[3], v = new double[3], most = new double[3];
        for (var step = 1; step <= 12; step++)
        {
            var gradient = Gradient(step);
            SetGradient(parameter, gradient);
            optimizer.step();
            for (var i = 0; i < 3; i++)
            {
                var g = maximize ? -gradient[i] : gradient[i];
                expected[i] *= 1 - Lr * decay;
                m[i] = Beta1 * m[i] + (1 - Beta1) * g;
                v[i] = Beta2 * v[i] + (1 - Beta2) * g * g;
                most[i] = Math.Max(most[i], v[i]);
                var mean = m[i] / (1 - Math.Pow(Beta1, step));
                var root = Math.Sqrt((amsgrad ? most[i] : v[i]) / (1 - Math.Pow(Beta2, step)));
                expected[i] -= Lr * mean / (root + Eps);
            }
        }
        AssertClose(expected, parameter);
    }

    [Theory]
    [InlineData(0.0, 0.0, 0.0, false, false)]
    [InlineData(0.9, 0.0, 0.0, false, false)]
    [InlineData(0.9, 0.1, 0.2, false, true)]
    [InlineData(0.9, 0.0, 0.2, true, false)]
    public void StochasticGradientDescentFollowsItsFormula(
        double momentum, double dampening, double decay, bool nesterov, bool maximize)
    {
        using var parameter = Parameter(tensor(Start));
        using var optimizer = optim.SGD([parameter], 0.1, momentum, dampening, decay, nesterov, maximize);
        var expected = (double[])Start.Clone();
        double[]? buffer = null;
        for (var step = 1; step <= 6; step++)
        {
            var update = Gradient(step).Select((g, i) => g + decay * expected[i]).ToArray();
            SetGradient(parameter, Gradient(step));
            optimizer.step();
            if (momentum != 0)
            {
                buffer = buffer is null ? [.. update]
                    : buffer.Select((b, i) => momentum * b + (1 - dampening) * update[i]).ToArray();
                update = nesterov ? update.Select((u, i) => u + momentum * buffer[i]).ToArray() : buffer;
            }
            for (var i = 0; i < 3; i++) expected[i] += (maximize ? 0.1 : -0.1) * update[i];
        }
        AssertClose(expected, parameter);
    }

    [Fact]
    public void ParametersWithoutGradientStayAndKeepTheirOwnCount()
    {
        using var first = Parameter(tensor(Start));
        using var second = Parameter(tensor(Start));
        using var optimizer = optim.AdamW([first, second], lr: 0.1);
        SetGradient(first, Gradient(1));
        optimizer.step();
        AssertClose(Start, second);

        SetGradient(second, Gradient(1));
        first.grad = null;
        var moved = Values(first);
        optimizer.step();
        AssertClose(moved, first);
        AssertClose(moved, second);
    }

    [Fact]
    public void GroupsHaveTheirOwnOptionsAndTheRestFromTheOptimizer()
    {
        using var first = Parameter(tensor(Start));
        using var second = Parameter(tensor(Start));
        using var optimizer = optim.AdamW(
            [new AdamW.ParamGroup { Parameters = [first] }, new AdamW.ParamGroup([second], new AdamW.Options { LearningRate = 0.5 })],
            lr: 0.1);
        Assert.Equal([0.1, 0.5], optimizer.ParamGroups.Select(g => g.LearningRate));
        Assert.Equal([first, second], optimizer.parameters());
        Assert.Equal((0.9, 0.999), optimizer.Betas);

        SetGradient(first, [1, 1, 1]);
        SetGradient(second, [1, 1, 1]);
        optimizer.step();
        AssertClose(Start.Select(v => v - 0.1), first, 1e-6);
        AssertClose(Start.Select(v => v - 0.5), second, 1e-6);
        optimizer.zero_grad();
        Assert.Equal([0, 0, 0], Values(first.grad!));
    }

    [Fact]
    public void AClosureIsRunWithGradients()
    {
        using var parameter = Parameter(tensor(Start));
        using var optimizer = optim.SGD([parameter], 0.5);
        using var loss = optimizer.step(() =>
        {
            var value = parameter.pow(2).sum();
            value.backward();
            return value;
        });
        Assert.Equal(Start.Sum(v => v * v), loss.ToDouble(), 1e-12);
        AssertClose([0, 0, 0], parameter);
    }

    [Fact]
    public void StateIsCarriedOverInMemoryAndThroughAFile()
    {
        using var original = Parameter(tensor(Start));
        using var copy = Parameter(tensor(Start));
        using var read = Parameter(tensor(Start));
        using var source = optim.AdamW([original], lr: 0.05, amsgrad: true);
        using var target = optim.AdamW([copy], lr: 0.9, amsgrad: true);
        using var fromFile = optim.AdamW([read], lr: 0.9);
        for (var step = 1; step <= 3; step++)
        {
            SetGradient(original, Gradient(step));
            source.step();
        }

        target.load_state_dict(source.state_dict());
        var path = Path.GetTempFileName();
        source.save_state_dict(path);
        fromFile.load_state_dict(path);
        File.Delete(path);
        using (no_grad())
        {
            copy.copy_(original);
            read.copy_(original);
        }
        foreach (var parameter in new[] { original, copy, read }) SetGradient(parameter, Gradient(4));
        source.step();
        target.step();
        fromFile.step();
        AssertClose(Values(original), copy);
        AssertClose(Values(original), read);
        Assert.True(source.state_dict().State[0].ApproximatelyEquals(target.state_dict().State[0]));

        using var other = optim.SGD([copy], 0.1);
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true)) source.save_state_dict(writer);
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        Assert.Throws<InvalidDataException>(() => other.load_state_dict(reader));
    }

    [Fact]
    public void StepsLeaveNoTensorsBehind()
    {
        using var model = Sequential(Linear(4, 4), Linear(4, 1));
        using var adam = optim.AdamW(model.parameters());
        using var sgd = optim.SGD(model.parameters(), 0.01, momentum: 0.9);
        using var x = ones(2, 4);
        void Train()
        {
            using var scope = NewDisposeScope();
            adam.zero_grad();
            model.forward(x).sum().backward();
            adam.step();
            sgd.step();
        }

        Train();
        Train();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 20; i++) Train();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Theory]
    [InlineData(-1.0, 0.9, 0.0)]
    [InlineData(0.1, 1.0, 0.0)]
    [InlineData(0.1, 0.9, -1.0)]
    public void OptionsOutOfRangeThrow(double lr, double beta1, double decay) =>
        Assert.Throws<ArgumentException>(() => optim.AdamW([Parameter(ones(1))], lr, beta1, weight_decay: decay));

    [Fact]
    public void GradientsCanBeClipped()
    {
        using var first = Parameter(tensor(new[] { 0.0 }));
        using var second = Parameter(tensor(new[] { 0.0, 0.0 }));
        SetGradient(first, [3]);
        SetGradient(second, [0, 4]);
        Assert.Equal(5, nn.utils.clip_grad_norm_([first, second], 1), 1e-9);
        Assert.Equal(0.6, Values(first.grad!)[0], 1e-5);
        Assert.Equal(0.8, Values(second.grad!)[1], 1e-5);
        Assert.Equal(1, nn.utils.clip_grad_norm_([first, second], 10), 1e-5);
        nn.utils.clip_grad_value_([first, second], 0.5);
        Assert.Equal([0.0, 0.5], Values(second.grad!));

        using var vector = nn.utils.parameters_to_vector([first, second]);
        Assert.Equal([3], vector.shape);
        nn.utils.vector_to_parameters(tensor(new[] { 1.0, 2.0, 3.0 }), [first, second]);
        Assert.Equal([2, 3], Values(second));
    }

    private static void SetGradient(Parameter parameter, double[] values)
    {
        using var gradient = tensor(values);
        parameter.grad = gradient;
    }

    private static double[] Values(Tensor tensor) => tensor.detach().data<double>().ToArray();

    private static void AssertClose(IEnumerable<double> expected, Tensor actual, double tolerance = 1e-12)
    {
        var (left, right) = (expected.ToArray(), Values(actual));
        Assert.Equal(left.Length, right.Length);
        for (var i = 0; i < left.Length; i++) Assert.Equal(left[i], right[i], tolerance);
    }
}
