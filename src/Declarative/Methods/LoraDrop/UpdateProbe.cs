namespace Declarative;

/// <summary>Stands in for an adapter and measures what it adds to each token.</summary>
internal sealed class UpdateProbe : nn.Module<Tensor, Tensor>
{
    // Not a field of a Module type, which TorchSharp would register as a child.
    private readonly Lazy<LoraAdapter> adapter;
    private double sum;
    private long tokens;

    private UpdateProbe(LoraAdapter adapter)
        : base(nameof(UpdateProbe)) => this.adapter = new Lazy<LoraAdapter>(adapter);

    private double Mean => tokens == 0 ? 0 : sum / tokens;

    /// <summary>The mean of ‖s·B·A·x‖² over the tokens that reach each adapter; 0 where none does.</summary>
    public static double[] Measure<TBatch>(AdapterSet set, IReadOnlyList<LoraAdapter> adapters, IEnumerable<TBatch> batches, Action<TBatch> forward)
    {
        var probes = adapters.Select(static a => new UpdateProbe(a)).ToList();
        foreach (var probe in probes)
            AdapterDispatch.Set(probe.adapter.Value.BaseLayer, probe);
        try
        {
            using var noGrad = no_grad();
            foreach (var batch in batches)
            {
                using var scope = NewDisposeScope();
                forward(batch);
            }
            return [.. probes.Select(static p => p.Mean)];
        }
        finally
        {
            if (set.IsEnabled)
            {
                foreach (var probe in probes)
                    AdapterDispatch.Set(probe.adapter.Value.BaseLayer, probe.adapter.Value);
            }
            probes.ForEach(static p => p.Dispose());
        }
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using (NewDisposeScope())
        {
            var update = adapter.Value.Update(input);
            sum += update.to_type(ScalarType.Float64).square().sum().item<double>();
            tokens += update.size(0);
        }
        return adapter.Value.forward(input);
    }
}
