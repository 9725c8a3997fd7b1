namespace Declarative;

/// <summary>
/// Divides a budget of directions among layers: those that matter least to the loss, of all layers together, are pruned.
/// Called once a step, after the optimizer's, with the gradients still there and none recorded.
/// </summary>
internal sealed class RankAllocator : IDisposable
{
    private readonly IReadOnlyList<AdaLoraAdapter> adapters;
    private readonly RankSchedule schedule;
    private readonly Dictionary<AdaLoraAdapter, Triplet> triplets;

    public RankAllocator(AdaLoraOptions options, IReadOnlyList<AdaLoraAdapter> adapters)
    {
        this.adapters = adapters;
        schedule = new RankSchedule(options.InitialRank * adapters.Count, options.TargetRank * adapters.Count, options);
        triplets = adapters.ToDictionary(static a => a, _ => new Triplet(options));
    }

    /// <summary>The number of the next step, from 0.</summary>
    public long Step { get; private set; }

    /// <summary>Whether the final allocation is done.</summary>
    public bool IsFinal => Step > schedule.FinalStep;

    /// <summary>Ends a step: updates the importances, and where the schedule says so prunes down to its budget.</summary>
    public void Update()
    {
        if (Step < schedule.FinalStep)
        {
            foreach (var adapter in adapters)
                triplets[adapter].Update(adapter);
        }
        if (schedule.Allocates(Step))
            Allocate(schedule.Budget(Step));
        else if (Step > schedule.FinalStep)
            Remask();
        if (Step == schedule.FinalStep)
            Dispose();
        Step++;
    }

    public void Dispose()
    {
        foreach (var triplet in triplets.Values)
            triplet.Dispose();
    }

    // The optimizer may have moved what was pruned.
    private void Remask()
    {
        foreach (var adapter in adapters)
            adapter.Mask();
    }

    private void Allocate(int budget)
    {
        var surplus = adapters.Sum(static a => a.Directions) - budget;
        if (surplus < 1)
            return;
        var scores = Scores();
        var threshold = scores.Order().ElementAt(surplus - 1);
        var start = 0;
        foreach (var adapter in adapters)
        {
            adapter.Mask(Array.ConvertAll(scores[start..(start + adapter.Directions)], s => !(s <= threshold)));
            start += adapter.Directions;
        }
    }

    // The score of every direction of every layer, brought here in one piece: a wait for the device.
    private double[] Scores()
    {
        using var scope = NewDisposeScope();
        var device = adapters[0].lora_E.device;
        return AdaLoraAdapter.Numbers(cat([.. adapters.Select(a => triplets[a].Score().to(device))]));
    }

    /// <summary>The importances of one layer's tensors.</summary>
    private sealed class Triplet(AdaLoraOptions options) : IDisposable
    {
        private readonly Importance a = new(options.Beta1, options.Beta2);
        private readonly Importance b = new(options.Beta1, options.Beta2);
        private readonly Importance e = new(options.Beta1, options.Beta2);

        public void Update(AdaLoraAdapter adapter)
        {
            a.Update(adapter.lora_A);
            b.Update(adapter.lora_B);
            e.Update(adapter.lora_E);
        }

        // Of each direction: its own weight, and the means of its row of A and of its column of B. [r]
        public Tensor Score() => e.Score().view(-1).add(a.Score().mean([1]).add_(b.Score().mean([0])));

        public void Dispose()
        {
            a.Dispose();
            b.Dispose();
            e.Dispose();
        }
    }
}
