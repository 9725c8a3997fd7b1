namespace Declarative;

/// <summary>Skew-symmetric matrices from what is above their diagonals, row by row.</summary>
/// <param name="side">The side b of a matrix.</param>
internal sealed class SkewSymmetric(long side) : IDisposable
{
    // Where each entry is in 0, v, −v.
    private Tensor? places;

    /// <summary>The numbers above a diagonal.</summary>
    public static long Count(long side) => side * (side - 1) / 2;

    /// <summary>Q, [n, b, b], of v, [n, b·(b − 1) / 2].</summary>
    public Tensor Of(Tensor upper)
    {
        using var scope = NewDisposeScope();
        var zero = zeros([upper.size(0), 1], upper.dtype, upper.device);
        return cat([zero, upper, upper.neg()], 1).index_select(1, Places(upper.device)).view(-1, side, side).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        places?.Dispose();
        places = null;
    }

    private Tensor Places(Device device)
    {
        if (places is not null && places.device_type == device.type && places.device_index == device.index)
            return places;
        Dispose();
        var entries = new long[side * side];
        var (count, next) = (Count(side), 1L);
        for (var row = 0L; row < side; row++)
        {
            for (var column = row + 1; column < side; column++, next++)
                (entries[(row * side) + column], entries[(column * side) + row]) = (next, next + count);
        }
        return places = torch.tensor(entries, device: device).DetachFromDisposeScope();
    }
}
