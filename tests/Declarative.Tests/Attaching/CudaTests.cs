using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Attaching;

public sealed class CudaTests
{
    private static readonly LoraOptions Options = new() { Rank = 2, Init = LoraInit.PiSSA };

    [CudaFact]
    public void Adapters_are_made_where_the_layers_are()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Options, Stack.Members)).to(CUDA);
        using var set = AdapterSet.Attach(model);
        Assert.All(set.Parameters, static p => Assert.Equal(DeviceType.CUDA, p.device_type));
        using var y = model.forward(randn([4, 8], device: CUDA));
        y.sum().backward();
        Assert.All(set.Parameters, static p => Assert.NotNull(p.grad));
        set.Merge();
        set.Unmerge();
    }

    [CudaFact]
    public void Adapters_follow_the_model_there_and_back()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Options, Stack.Members));
        using var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.add_(0.25);
        }
        using var x = randn(4, 8);
        using var before = model.forward(x).detach();
        model.to(CUDA);
        Assert.All(set.Parameters, static p => Assert.Equal(DeviceType.CUDA, p.device_type));
        Near.Equal(before, model.forward(x.to(CUDA)).cpu(), 1e-4);
        model.to(CPU);
        Assert.All(set.Parameters, static p => Assert.Equal(DeviceType.CPU, p.device_type));
        Near.Equal(before, model.forward(x), 1e-5);
    }

    [CudaFact]
    public void Adapters_attached_there_follow_the_model_back()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Options, Stack.Members)).to(CUDA);
        using var set = AdapterSet.Attach(model);
        model.to(CPU);
        Assert.All(set.Parameters, static p => Assert.Equal(DeviceType.CPU, p.device_type));
        using var y = model.forward(randn(4, 8));
    }

    [CudaFact]
    public void A_checkpoint_made_there_is_read_here_and_the_other_way()
    {
        using var folder = new TemporaryFolder();
        using var model = new Stack(1, Plans.Of("all-linear", Options with { Init = LoraInit.KaimingUniform }, Stack.Members));
        model.to(CUDA);
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        model.to(CPU);
        using (var set = AdapterSet.LoadPretrained(model, folder.Path))
            set.SavePretrained(folder.Path);
        model.to(CUDA);
        using var again = AdapterSet.LoadPretrained(model, folder.Path);
        Assert.All(again.Parameters, static p => Assert.Equal(DeviceType.CUDA, p.device_type));
    }
}
