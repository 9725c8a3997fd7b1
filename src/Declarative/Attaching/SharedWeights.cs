using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Declarative;

/// <summary>Finds out whether what an adapter changes of its layer is also another module's, as with tied embeddings.</summary>
internal static class SharedWeights
{
    /// <summary>Throws where changing the weight, or what else the adapter changes, would change another module too.</summary>
    public static void ThrowIfShared(nn.Module model, Adapter adapter, string change)
    {
        foreach (var changed in adapter.ChangedTensors)
        {
            if (Other(model, adapter, changed) is { } other)
                throw new AdapterException(
                    $"The {changed.Name} of '{adapter.LayerPath}' is also '{other}', so {change} would change both. "
                    + $"Leave the layer out with Exclude, or give the two modules a {changed.Name} of their own.");
        }
    }

    // The path of another parameter of the model that is this tensor of the adapter's layer.
    private static string? Other(nn.Module model, Adapter adapter, BaseTensor changed)
    {
        if (changed.Find() is not { } tensor)
            return null;
        foreach (var (path, module) in ModelWalk.Modules(model))
        {
            if (ReferenceEquals(module, adapter.BaseLayer))
                continue;
            foreach (var (name, parameter) in module.named_parameters(recurse: false))
            {
                if (SameMemory(tensor, parameter))
                    return ModelWalk.Join(path, name);
            }
        }
        return null;
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
