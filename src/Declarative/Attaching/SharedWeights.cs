using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Declarative;

/// <summary>Finds out whether a layer's weight is also another module's, as with tied embeddings.</summary>
internal static class SharedWeights
{
    /// <summary>The path of another parameter of <paramref name="model"/> that is the weight of <paramref name="adapter"/>'s layer.</summary>
    public static string? Other(nn.Module model, Adapter adapter)
    {
        if (adapter.Weight.Find() is not { } weight)
            return null;
        foreach (var (path, module) in ModelWalk.Modules(model))
        {
            if (ReferenceEquals(module, adapter.BaseLayer))
                continue;
            foreach (var (name, parameter) in module.named_parameters(recurse: false))
            {
                if (SameMemory(weight, parameter))
                    return ModelWalk.Join(path, name);
            }
        }
        return null;
    }

    /// <summary>Throws where changing the weight would change another module too.</summary>
    public static void ThrowIfShared(nn.Module model, Adapter adapter, string change)
    {
        if (Other(model, adapter) is { } other)
            throw new AdapterException(
                $"The weight of '{adapter.LayerPath}' is also '{other}', so {change} would change both. "
                + "Leave the layer out with Exclude, or give the two modules weights of their own.");
    }

    private static bool SameMemory(Tensor left, Tensor right)
    {
        if (ReferenceEquals(left, right))
            return true;
        return left.device_type == DeviceType.CPU && right.device_type == DeviceType.CPU
            && left.dtype == right.dtype && left.numel() == right.numel() && left.numel() > 0
            && left.is_contiguous() && right.is_contiguous()
            && Unsafe.AreSame(ref MemoryMarshal.GetReference(left.bytes), ref MemoryMarshal.GetReference(right.bytes));
    }
}
