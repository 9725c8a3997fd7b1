namespace Declarative;

/// <summary>The report of attached adapters.</summary>
internal static class RuntimeReport
{
    public static AdapterReport Create(AdapterSet set)
    {
        // A tensor that adapters share counts for the first of them.
        var counted = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        return new AdapterReport(
            [.. set.Layers.Select(l => Row(l.Adapter, counted)), .. InPlace(set), .. set.Trained.All.Where(static t => t.Method is null).Select(static t => Row(t))], set.BaseParameterCount, Frozen(set));
    }

    private static ReportCount? Frozen(AdapterSet set) =>
        set.Sessions.Sum(static s => s.FrozenParameters) is > 0 and var frozen ? ReportCount.Of(frozen) : null;

    private static AdapterReportRow Row(Adapter adapter, HashSet<Tensor> counted) => new(
        adapter.LayerPath,
        Shape(adapter.Weight.Current),
        adapter.Method,
        adapter.Rank,
        1,
        Count(adapter, counted, trained: true),
        Size(adapter.BaseLayer))
    {
        FrozenParameters = Count(adapter, counted, trained: false),
    };

    private static long Count(Adapter adapter, HashSet<Tensor> counted, bool trained) => adapter.CheckpointTensors()
        .Where(t => t.IsTrained == trained && counted.Add(t.Parameter)).Sum(static t => t.Parameter.numel());

    // One row for each module.
    private static IEnumerable<AdapterReportRow> InPlace(AdapterSet set) => set.Trained.All
        .Where(static t => t.Method is not null)
        .GroupBy(static t => t.Place.Owner, ReferenceEqualityComparer.Instance)
        .Select(static g => new AdapterReportRow(
            g.First().Place.Module,
            Shape(BaseTensor.Find(g.First().Place.Owner, BaseTensor.WeightName) ?? g.First().Values.Current),
            g.First().Method!.Method,
            0,
            1,
            g.Sum(static t => t.Values.Current.numel()),
            Size(g.First().Place.Owner))
        {
            IsInPlace = true,
        });

    private static AdapterReportRow Row(TrainedParameter bias)
    {
        var size = bias.Values.Current.numel();
        return new AdapterReportRow(bias.Place.Path, Shape(bias.Values.Current), AdapterReportRow.BiasMethod, 0, 1, size, size);
    }

    // A weight in a buffer is a weight all the same.
    private static long Size(nn.Module layer)
    {
        var parameters = layer.named_parameters().Select(static p => p.parameter).ToList();
        var size = parameters.Sum(static p => p.numel());
        return layer.get_parameter(BaseTensor.WeightName) is null && layer.get_buffer(BaseTensor.WeightName) is { } buffer
            ? size + buffer.numel()
            : size;
    }

    private static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
