namespace TorchSharp;

/// <summary>How many tensors a thread has made and disposed, in dispose scopes and outside them.</summary>
public class LifetimeStatistics
{
    /// <summary>Made while no scope was open.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    /// <summary>Disposed while owned by no scope.</summary>
    public long DisposedOutsideScopeCount { get; internal set; }

    /// <summary>Made into a scope.</summary>
    public long CreatedInScopeCount { get; internal set; }

    /// <summary>Disposed while owned by a scope.</summary>
    public long DisposedInScopeCount { get; internal set; }

    /// <summary>Attached to a scope after they were made.</summary>
    public long AttachedToScopeCount { get; internal set; }

    /// <summary>Detached from a scope.</summary>
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Made less disposed.</summary>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount - DisposedInScopeCount + CreatedOutsideScopeCount - DisposedOutsideScopeCount;

    /// <summary>Sets every count to zero.</summary>
    public void Reset()
    {
        CreatedOutsideScopeCount = 0;
        DisposedOutsideScopeCount = 0;
        CreatedInScopeCount = 0;
        DisposedInScopeCount = 0;
        AttachedToScopeCount = 0;
        DetachedFromScopeCount = 0;
    }
}
