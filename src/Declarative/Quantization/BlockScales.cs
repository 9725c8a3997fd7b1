namespace Declarative;

/// <summary>
/// The largest magnitude of each block of a quantised tensor: in single precision, or quantised again, as what it is more
/// than the mean, in blocks of 256 with eight bits each.
/// </summary>
internal sealed class BlockScales : IDisposable
{
    /// <summary>Divides a block of zeros without making it NaN.</summary>
    public const float Smallest = 1e-30f;

    private const int Group = 256;

    private readonly float mean;
    private Tensor values;
    private Tensor? groups;
    private Tensor? code;

    /// <param name="largest">The largest magnitude of each block, [blocks], in single precision.</param>
    /// <param name="twice">Whether to quantise them too.</param>
    public BlockScales(Tensor largest, bool twice)
    {
        if (!twice)
        {
            values = largest.clone().DetachFromDisposeScope();
            return;
        }
        using var scope = NewDisposeScope();
        mean = largest.mean().item<float>();
        var count = largest.size(0);
        var padded = nn.functional.pad(largest.sub(mean), [0, Groups(count) * Group - count]).view(-1, Group);
        var greatest = padded.abs().amax([1]);
        var numbers = padded.div(greatest.clamp_min(Smallest).unsqueeze(1)).view(-1).cpu();
        values = tensor(DynamicCode.Nearest(numbers.data<float>().ToArray()), device: largest.device).narrow(0, 0, count).clone().DetachFromDisposeScope();
        groups = greatest.DetachFromDisposeScope();
        code = tensor(DynamicCode.Values.ToArray(), device: largest.device).DetachFromDisposeScope();
    }

    /// <summary>What they take, the mean included and the code, which all tensors could share, not.</summary>
    public long Bytes => values.numel() * values.element_size() + (groups is null ? 0 : (groups.numel() + 1) * sizeof(float));

    /// <summary>The scales of some blocks, [count], in single precision.</summary>
    public Tensor Of(long start, long count)
    {
        if (groups is null)
            return values.narrow(0, start, count).alias();
        using var scope = NewDisposeScope();
        var numbers = code!.index_select(0, values.narrow(0, start, count).to_type(ScalarType.Int32));
        var places = arange(start, start + count, device: values.device).div_(Group, RoundingMode.floor).to_type(ScalarType.Int32);
        return numbers.mul_(groups.index_select(0, places)).add_(mean).MoveToOuterDisposeScope();
    }

    /// <summary>Moves them.</summary>
    public void To(Device device)
    {
        Move(ref values!, device);
        Move(ref groups, device);
        Move(ref code, device);
    }

    public void Dispose()
    {
        values.Dispose();
        groups?.Dispose();
        code?.Dispose();
    }

    /// <summary>Replaces a tensor by its like on another device.</summary>
    internal static void Move(ref Tensor? tensor, Device device)
    {
        if (tensor is null)
            return;
        var moved = tensor.to(device).DetachFromDisposeScope();
        if (!ReferenceEquals(moved, tensor))
            tensor.Dispose();
        tensor = moved;
    }

    private static long Groups(long blocks) => (blocks + Group - 1) / Group;
}
