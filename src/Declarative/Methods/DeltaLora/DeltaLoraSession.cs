namespace Declarative;

/// <summary>Takes what a step changed in B·A over into the layers' weights.</summary>
internal sealed class DeltaLoraSession(DeltaLoraOptions options, IReadOnlyList<LoraAdapter> adapters) : MethodSession
{
    private readonly List<(Tensor A, Tensor B)> before = [];
    private long step;

    public override void BeforeStep()
    {
        Forget();
        if (options.Lambda == 0 || step < options.StartStep)
            return;
        foreach (var adapter in adapters)
        {
            using var scope = NewDisposeScope();
            var matrices = adapter.Matrices();
            before.Add((Copy(matrices.A), Copy(matrices.B)));
        }
    }

    public override void AfterStep(optim.Optimizer optimizer)
    {
        step++;
        foreach (var (adapter, (a, b)) in adapters.Zip(before))
        {
            using var scope = NewDisposeScope();
            var matrices = adapter.Matrices();

            // One product of twice the rank: the difference of two would lose the digits that both have in common.
            var left = cat([matrices.B.detach(), b], 1).mul_(options.Lambda * adapter.Scaling);
            adapter.AddToWeight(left, cat([matrices.A.detach(), a.neg()], 0));
        }
        Forget();
    }

    public override void Dispose()
    {
        Forget();
        base.Dispose();
    }

    private static Tensor Copy(Tensor factor) => factor.detach().clone().DetachFromDisposeScope();

    private void Forget()
    {
        foreach (var (a, b) in before)
        {
            a.Dispose();
            b.Dispose();
        }
        before.Clear();
    }
}
