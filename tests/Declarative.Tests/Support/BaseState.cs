namespace Declarative.Tests.Support;

/// <summary>Everything about a model that attaching adapters may not leave changed.</summary>
internal sealed class BaseState
{
    private readonly Dictionary<string, (byte[] Bits, bool RequiresGrad)> tensors;
    private readonly List<string> children;

    public BaseState(nn.Module model)
    {
        tensors = model.state_dict().ToDictionary(static t => t.Key, static t => (Near.Bits(t.Value), t.Value.requires_grad));
        children = [.. model.named_modules().Select(static m => m.name)];
    }

    public void AssertSame(nn.Module model)
    {
        var now = new BaseState(model);
        Assert.Equal(children, now.children);
        Assert.Equal(tensors.Keys, now.tensors.Keys);
        foreach (var (key, (bits, requiresGrad)) in tensors)
        {
            Assert.True(bits.SequenceEqual(now.tensors[key].Bits), $"{key} has other bits");
            Assert.True(requiresGrad == now.tensors[key].RequiresGrad, $"{key} has another requires_grad");
        }
    }
}
