namespace Declarative;

/// <summary>
/// The start of <see cref="LoraInit.Eva"/>: A becomes the first right-singular vectors of the matrix of all inputs that a layer gets
/// from the data, and B zero, so that the model starts unchanged and its adapters look where the inputs are.
/// </summary>
/// <example><code>EvaStart.Apply(adapters, model, batches); // some batches of the training data, before adapters.AdamW()</code></example>
public static class EvaStart
{
    /// <summary>Starts the adapters from some batches of data. Nothing is changed before all of them went through.</summary>
    /// <param name="adapters">A set with at least one <c>Init = LoraInit.Eva</c>; its other adapters take part as they are.</param>
    /// <param name="model">The model.</param>
    /// <param name="batches">The batches; call <c>model.eval()</c> before where it has dropout.</param>
    /// <exception cref="AdapterException">As the other overload throws.</exception>
    public static void Apply(AdapterSet adapters, nn.Module<Tensor, Tensor> model, IEnumerable<Tensor> batches)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batches);
        Apply(adapters, () =>
        {
            foreach (var batch in batches)
            {
                using var scope = NewDisposeScope();
                model.forward(batch);
            }
        });
    }

    /// <summary>Starts the adapters from what their layers get while <paramref name="run"/> calls the model. Nothing is changed before it has returned.</summary>
    /// <param name="adapters">A set with at least one <c>Init = LoraInit.Eva</c>; its other adapters take part as they are.</param>
    /// <param name="run">Calls the model, which computes without gradients, with some batches of the training data.</param>
    /// <exception cref="AdapterException">
    /// No adapter starts from data, the adapters are merged or disabled, or a layer was not called or has fewer inputs than the rank.
    /// </exception>
    public static void Apply(AdapterSet adapters, Action run)
    {
        ArgumentNullException.ThrowIfNull(adapters);
        ArgumentNullException.ThrowIfNull(run);
        var inputs = adapters.Adapters.OfType<LoraAdapter>().Where(static a => a.StartsFromData)
            .ToDictionary(static a => a, static a => new InputDirections(a.Rank));
        if (inputs.Count == 0)
            throw new AdapterException("No adapter of this set starts from data. Set Init = LoraInit.Eva in the attribute.");
        try
        {
            adapters.RunInstead(a => a is LoraAdapter lora && inputs.TryGetValue(lora, out var seen) ? new InputRecorder(lora, seen) : null, run);
            using var scope = NewDisposeScope();
            var starts = inputs.Select(static i => (Adapter: i.Key, Directions: Directions(i.Key, i.Value))).ToList();
            starts.ForEach(static s => s.Adapter.StartFrom(s.Directions));
        }
        finally
        {
            foreach (var seen in inputs.Values)
                seen.Dispose();
        }
    }

    private static Tensor Directions(LoraAdapter adapter, InputDirections seen) => seen.Find() ?? throw new AdapterException(
        $"The layer '{adapter.LayerPath}' got {seen.Count} inputs from the data, and a start of rank {adapter.Rank} needs as many at least. "
        + "Nothing is changed. Give more batches, or leave the layer out with Exclude.");

    /// <summary>The base layer, with a look at its inputs.</summary>
    private sealed class InputRecorder(LoraAdapter adapter, InputDirections seen) : nn.Module<Tensor, Tensor>(nameof(InputRecorder))
    {
        public override Tensor forward(Tensor input)
        {
            seen.Add(input);
            return adapter.BaseLayer.forward(input);
        }
    }
}
