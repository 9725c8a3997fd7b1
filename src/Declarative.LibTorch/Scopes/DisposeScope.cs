namespace TorchSharp;

/// <summary>
/// Owns the tensors that its thread makes while it is the innermost open scope, and disposes them when it is disposed.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private DisposeScopeManager? manager;

    internal DisposeScope(DisposeScopeManager manager)
    {
        this.manager = manager;
        OuterScope = manager.Innermost;
    }

    internal DisposeScope? OuterScope { get; set; }

    internal HashSet<IDisposable> Owned { get; private set; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>A copy of the list of what the scope owns.</summary>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            CheckOpen();
            return [.. Owned];
        }
    }

    /// <summary>How many the scope owns.</summary>
    public int DisposablesCount
    {
        get
        {
            CheckOpen();
            return Owned.Count;
        }
    }

    /// <summary>Whether the scope owns it.</summary>
    public bool Contains(IDisposable disposable) => Owned.Contains(disposable);

    /// <summary>Moves a tensor of this scope to the scope around it; to none, if there is none.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(OuterScope, disposable);

    /// <summary>Moves tensors of this scope to the scope around it.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => MoveToOther(OuterScope, first, second);

    /// <summary>Moves tensors of this scope to the scope around it.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => MoveToOther(OuterScope, first, second, third);

    /// <summary>Moves tensors of this scope to the scope around it.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, (IEnumerable<IDisposable>)disposables);

    /// <summary>Moves tensors of this scope to the scope around it.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Moves a tensor of this scope to another; to none, if that is null.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        CheckOpen();
        Move(scope, disposable);
        return disposable;
    }

    /// <summary>Moves tensors of this scope to another; to none, if that is null.</summary>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    /// <summary>Moves tensors of this scope to another; to none, if that is null.</summary>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    /// <summary>Moves tensors of this scope to another; to none, if that is null.</summary>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <summary>Moves tensors of this scope to another; to none, if that is null.</summary>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        CheckOpen();
        foreach (var disposable in disposables)
            Move(scope, disposable);
    }

    /// <summary>Takes a tensor out of this scope: no scope disposes it any more.</summary>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    /// <summary>Takes tensors out of this scope.</summary>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => MoveToOther(null, first, second);

    /// <summary>Takes tensors out of this scope.</summary>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => MoveToOther(null, first, second, third);

    /// <summary>Takes tensors out of this scope.</summary>
    public void Detach(params IDisposable[] disposables) => MoveToOther(null, (IEnumerable<IDisposable>)disposables);

    /// <summary>Takes tensors out of this scope.</summary>
    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Makes this scope the owner of a tensor, whoever owned it before.</summary>
    public void Attach(IDisposable disposable)
    {
        CheckOpen();
        if (Adopt(disposable))
            manager!.Tensors.AttachedToScopeCount++;
    }

    /// <summary>Makes this scope the owner of tensors.</summary>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <summary>Makes this scope the owner of tensors, and returns them as a list.</summary>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        CheckOpen();
        var attached = disposables.ToList();
        attached.ForEach(Attach);
        return attached;
    }

    /// <summary>Forgets what was disposed by someone else.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        CheckOpen();
        Owned.Remove(disposable);
        if (disposable is torch.Tensor tensor)
            tensor.OwningDisposeScope = null;
    }

    /// <summary>Disposes everything that the scope owns; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes everything that the scope owns but <paramref name="inKeep"/>.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        CheckOpen();
        var owned = Owned;
        Owned = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in owned)
        {
            if (!Owned.Contains(disposable))
                disposable.Dispose();
        }
    }

    /// <summary>Disposes everything that the scope owns but <paramref name="keep"/>.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes everything that the scope owns but <paramref name="keep"/>.</summary>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Disposes everything that the scope owns but these.</summary>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <summary>Disposes everything that the scope owns but these.</summary>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Disposes everything that the scope owns and closes the scope.</summary>
    public void Dispose()
    {
        if (manager is null)
            return;
        DisposeEverything();
        manager.Close(this);
        manager = null;
    }

    /// <summary>Hands the place of one tensor in its scope to another.</summary>
    internal static void Replace(torch.Tensor original, torch.Tensor replacement)
    {
        var scope = original.OwningDisposeScope;
        if (scope is null || !scope.Owned.Remove(original))
            return;
        original.OwningDisposeScope = null;
        scope.Adopt(replacement);
    }

    private void Move(DisposeScope? scope, IDisposable disposable)
    {
        if (!Owned.Remove(disposable))
            return;
        if (scope is not null)
        {
            scope.Adopt(disposable);
        }
        else if (disposable is torch.Tensor tensor)
        {
            manager!.Tensors.DetachedFromScopeCount++;
            tensor.OwningDisposeScope = null;
        }
    }

    private bool Adopt(IDisposable disposable)
    {
        if (disposable is not torch.Tensor tensor)
            throw new InvalidOperationException("A dispose scope owns tensors only.");
        var previous = tensor.OwningDisposeScope;
        Owned.Add(tensor);
        if (previous == this)
            return false;
        previous?.Owned.Remove(tensor);
        tensor.OwningDisposeScope = this;
        return true;
    }

    private void CheckOpen() => ObjectDisposedException.ThrowIf(manager is null, this);
}
