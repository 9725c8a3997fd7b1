using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.LibTorch.Tests.Modules;

public class StateTests
{
    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Linear fc = Linear(3, 2);
        private readonly LayerNorm norm = LayerNorm(2);
        private readonly Tensor steps = tensor(new[] { 1L, 2L });

        public Net() : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input) => norm.forward(fc.forward(input)) + steps.sum();
    }

    [Fact]
    public void TheStateHoldsTheTensorsThemselves()
    {
        using var net = new Net();
        var state = net.state_dict(prefix: "model");
        Assert.Equal(
            ["model.fc.bias", "model.fc.weight", "model.norm.bias", "model.norm.weight", "model.steps"],
            state.Keys.Order());
        Assert.Same(net.get_parameter("fc.weight"), state["model.fc.weight"]);
    }

    [Fact]
    public void LoadingCopiesAndReportsTheKeysThatDiffer()
    {
        using var source = new Net();
        using var target = new Net();
        target.load_state_dict(source.state_dict());
        Assert.All(source.state_dict(), e => AssertSame(e.Value, target.state_dict()[e.Key]));

        var partial = new Dictionary<string, Tensor> { ["fc.bias"] = ones(2), ["extra"] = ones(1) };
        Assert.Throws<InvalidOperationException>(() => target.load_state_dict(partial));
        var (missing, unexpected) = target.load_state_dict(partial, strict: false, skip: ["steps"]);
        Assert.Equal(["extra"], unexpected);
        Assert.Equal(["fc.weight", "norm.bias", "norm.weight"], missing.Order());
        Assert.Equal([1f, 1f], target.get_parameter("fc.bias")!.data<float>().ToArray());
    }

    [Fact]
    public void LoadingBroadcastsSmallerShapesWithoutAWord()
    {
        using var linear = Linear(2, 2);
        linear.load_state_dict(new() { ["weight"] = full(1, 7f), ["bias"] = ones(2) });
        Assert.Equal([7f, 7f, 7f, 7f], linear.weight.data<float>().ToArray());
    }

    [Fact]
    public void FilesRestoreEveryTensor()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var source = new Net();
            using var target = new Net();
            source.save(path);
            var loaded = new Dictionary<string, bool>();
            Assert.Same(target, target.load(path, loadedParameters: loaded));
            Assert.Equal(source.state_dict().Keys.Order(), loaded.Keys.Order());
            Assert.All(source.state_dict(), e => AssertSame(e.Value, target.state_dict()[e.Key]));

            using var other = Linear(3, 2);
            Assert.Throws<ArgumentException>(() => other.load(path));
            Assert.Throws<FileNotFoundException>(() => other.load(path + ".none"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void TheFileFormatIsTorchSharps()
    {
        using var linear = Linear(Parameter(tensor(new[] { 1f, 2f }).reshape(1, 2)));
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true)) linear.save(writer);

        byte[] expected = [1, 6, .. "weight"u8, 6, 2, 1, 2, .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2f)];
        Assert.Equal(expected, memory.ToArray());
    }

    [Fact]
    public void SkippedEntriesAreReadPast()
    {
        using var source = new Net();
        using var target = new Net();
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true)) source.save(writer);
        memory.Position = 0;
        using var before = target.get_parameter("fc.weight")!.detach().clone();
        target.load(memory, skip: ["fc.weight"]);
        AssertSame(before, target.get_parameter("fc.weight")!);
        AssertSame(source.get_parameter("fc.bias")!, target.get_parameter("fc.bias")!);
    }

    [Fact]
    public void LargeSizesTakeSeveralBytes()
    {
        using var original = arange(300, dtype: ScalarType.Float64);
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true)) original.Save(writer);
        Assert.Equal(4 + 300 * 8, memory.Length);
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        using var read = TensorExtensionMethods.Load(reader);
        AssertSame(original, read);
    }

    [Fact]
    public void ZeroGradDropsOrClearsGradients()
    {
        using var linear = Linear(2, 1);
        linear.forward(ones(1, 2)).sum().backward();
        linear.zero_grad(set_to_none: false);
        Assert.Equal([0f, 0f], linear.weight.grad!.data<float>().ToArray());
        linear.zero_grad();
        Assert.Null(linear.weight.grad);
    }

    private static void AssertSame(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(expected.eq(actual).all().ToBoolean());
    }
}
