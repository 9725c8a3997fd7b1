using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        using var outside = ones(1);
        Tensor inside;
        using (var scope = NewDisposeScope())
        {
            inside = outside + 1;
            Assert.Equal(1, scope.DisposablesCount);
            Assert.True(scope.Contains(inside));
            Assert.False(scope.Contains(outside));
        }

        Assert.True(inside.IsInvalid);
        Assert.False(outside.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => inside.Handle);
        Assert.Throws<InvalidOperationException>(() => inside + 1);
    }

    [Fact]
    public void A_tensor_moves_outwards_and_is_detached()
    {
        Tensor moved, detached, kept;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = ones(1).MoveToOuterDisposeScope();
                detached = ones(1).DetachFromDisposeScope();
                kept = ones(1);
            }

            Assert.True(outer.Contains(moved));
            Assert.True(kept.IsInvalid);
            Assert.False(moved.IsInvalid);
        }

        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void Moving_outwards_from_the_outermost_scope_detaches()
    {
        Tensor moved;
        using (NewDisposeScope())
            moved = ones(1).MoveToOuterDisposeScope();
        Assert.False(moved.IsInvalid);
        moved.Dispose();
    }

    [Fact]
    public void A_disposed_tensor_leaves_its_scope()
    {
        using var scope = NewDisposeScope();
        var t = ones(1);
        t.Dispose();
        t.Dispose();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void A_scope_can_keep_some()
    {
        using var scope = NewDisposeScope();
        var kept = ones(1);
        var gone = ones(1);
        scope.DisposeEverythingBut(kept);
        Assert.False(kept.IsInvalid);
        Assert.True(gone.IsInvalid);
        scope.Detach(kept);
        Assert.Equal(0, scope.DisposablesCount);
        scope.Attach(kept);
        Assert.True(scope.Contains(kept));
    }

    [Fact]
    public void Scopes_nest_on_a_thread_and_are_unknown_to_others()
    {
        using var scope = NewDisposeScope();
        Assert.Same(scope, CurrentDisposeScope);
        DisposeScope? elsewhere = scope;
        var thread = new Thread(() => elsewhere = CurrentDisposeScope);
        thread.Start();
        thread.Join();
        Assert.Null(elsewhere);
        using (var inner = NewDisposeScope())
            Assert.Same(inner, CurrentDisposeScope);
        Assert.Same(scope, CurrentDisposeScope);
    }

    [Fact]
    public void In_place_operations_make_nothing_to_dispose()
    {
        using var scope = NewDisposeScope();
        var t = ones(2);
        t.add_(1).mul_(t);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Threads_count_what_they_made_and_disposed()
    {
        var statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        using (NewDisposeScope())
            _ = ones(1) + ones(1);
        using (ones(1))
            Assert.Equal(1, statistics.ThreadTotalLiveCount);
        Assert.Equal(3, statistics.DisposedInScopeCount);
        Assert.Equal(1, statistics.DisposedOutsideScopeCount);
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Indexing_with_tensors_leaves_nothing_behind()
    {
        using var scope = NewDisposeScope();
        var t = arange(12).reshape(3, 4);
        var index = tensor(new long[] { 0, 2 });
        var before = scope.DisposablesCount;
        _ = t[1, TensorIndex.Tensor(index)];
        _ = t[TensorIndex.Slice(1), 0];
        Assert.Equal(before + 2, scope.DisposablesCount);
    }
}
