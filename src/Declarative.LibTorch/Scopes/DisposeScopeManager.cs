namespace TorchSharp;

/// <summary>The open dispose scopes of a thread: a chain from the innermost outwards.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? ofThread;

    internal static DisposeScopeManager OfThread => ofThread ??= new DisposeScopeManager();

    internal LifetimeStatistics Tensors => Counts.TensorStatistics;

    internal DisposeScope? Innermost { get; private set; }

    /// <summary>The counts of the current thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => OfThread.Counts;

    private ThreadDisposeScopeStatistics Counts { get; } = new();

    internal DisposeScope Open() => Innermost = new DisposeScope(this);

    internal DisposeScope? Register(torch.Tensor tensor)
    {
        if (Innermost is not { } scope)
        {
            Tensors.CreatedOutsideScopeCount++;
            return null;
        }

        Tensors.CreatedInScopeCount++;
        scope.Owned.Add(tensor);
        return scope;
    }

    internal void CountDisposal(torch.Tensor tensor)
    {
        if (tensor.OwningDisposeScope is null)
            Tensors.DisposedOutsideScopeCount++;
        else
            Tensors.DisposedInScopeCount++;
    }

    internal void Close(DisposeScope closed)
    {
        if (Innermost == closed)
        {
            Innermost = closed.OuterScope;
            return;
        }

        for (var scope = Innermost; scope is not null; scope = scope.OuterScope)
        {
            if (scope.OuterScope == closed)
            {
                scope.OuterScope = closed.OuterScope;
                return;
            }
        }
    }
}
