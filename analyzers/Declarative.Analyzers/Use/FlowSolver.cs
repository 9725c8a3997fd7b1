using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Declarative.Analyzers.Use;

/// <summary>Carries facts forward through some blocks of a control flow graph until nothing is added any more.</summary>
internal sealed class FlowSolver
{
    private readonly ControlFlowGraph graph;
    private readonly UseTransfer transfer;
    private readonly int first, last;
    private readonly Dictionary<int, UseState> entries = [];
    private readonly Dictionary<int, UseState> exits = [];
    private readonly SortedSet<int> waiting = [];
    private UseState? end;

    private FlowSolver(ControlFlowGraph graph, UseTransfer transfer, int first, int last)
    {
        this.graph = graph;
        this.transfer = transfer;
        this.first = first;
        this.last = last;
    }

    /// <summary>Solves a graph from nothing known at its entry.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="transfer">What an operation makes of the facts before it.</param>
    public static void Solve(ControlFlowGraph graph, UseTransfer transfer) =>
        new FlowSolver(graph, transfer, 0, graph.Blocks.Length - 1).Run(new UseState());

    // What may be true where a finally, if the blocks are one, comes to its end; null where it never does.
    private UseState? Run(UseState entry)
    {
        Enter(first, entry);
        while (waiting.Count > 0)
        {
            while (waiting.Count > 0)
            {
                var ordinal = waiting.Min;
                waiting.Remove(ordinal);
                Pass(graph.Blocks[ordinal], entries[ordinal].Clone());
            }
            EnterHandlers();
        }
        return end;
    }

    private void Enter(int ordinal, UseState state)
    {
        if (!entries.TryGetValue(ordinal, out var known))
            entries[ordinal] = state.Clone();
        else if (!known.Join(state))
            return;
        waiting.Add(ordinal);
    }

    private void Pass(BasicBlock block, UseState state)
    {
        foreach (var operation in block.Operations)
            transfer.Apply(operation, state);
        if (block.BranchValue is { } value)
            transfer.Apply(value, state);
        exits[block.Ordinal] = state;
        Follow(block.ConditionalSuccessor, state);
        Follow(block.FallThroughSuccessor, state);
    }

    private void Follow(ControlFlowBranch? branch, UseState state)
    {
        if (branch is null || IsNullOfASet(branch, state))
            return;
        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            (end ??= new UseState()).Join(state);
        else if (branch.Destination is { } next && ThroughFinally(branch, state) is { } reached)
            Enter(next.Ordinal, reached);
    }

    // A branch that leaves a try runs its finally blocks first, the innermost one at the beginning: each time anew, so that
    // what holds on the way out of a method does not come back into a loop.
    private UseState? ThroughFinally(ControlFlowBranch branch, UseState state)
    {
        foreach (var region in branch.FinallyRegions)
        {
            if (ThroughFinally(region, state) is not { } after)
                return null;
            state = after;
        }
        return state;
    }

    private UseState? ThroughFinally(ControlFlowRegion region, UseState state) =>
        new FlowSolver(graph, transfer, region.FirstBlockOrdinal, region.LastBlockOrdinal).Run(state);

    // The dispose of a using asks whether there is anything to dispose; a set that was just made is there.
    private bool IsNullOfASet(ControlFlowBranch branch, UseState state) =>
        branch.Source is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: IIsNullOperation { Operand: var operand } }
        && branch.IsConditionalSuccessor == (branch.Source.ConditionKind == ControlFlowConditionKind.WhenTrue)
        && transfer.IsNeverNull(operand, state);

    // An exception may come from anywhere in the try: what holds all through it holds in the handler. What a handler makes of it
    // is known before those around it are entered.
    private void EnterHandlers()
    {
        foreach (var region in Inside(graph.Root).Where(static r => r.Kind == ControlFlowRegionKind.TryAndCatch).Reverse())
        {
            if (waiting.Count > 0)
                return;
            if (AllThrough(region.NestedRegions[0]) is not { } common)
                continue;
            foreach (var handler in region.NestedRegions.Skip(1))
                Enter(handler.FirstBlockOrdinal, common);
        }
    }

    // An exception that leaves a try with a finally in the region runs that first.
    private UseState? AllThrough(ControlFlowRegion guarded)
    {
        UseState? common = null;
        var finallies = Inside(guarded).Where(static r => r.Kind == ControlFlowRegionKind.TryAndFinally).ToList();
        for (var i = guarded.FirstBlockOrdinal; i <= guarded.LastBlockOrdinal; i++)
        {
            if (finallies.Find(r => r.FirstBlockOrdinal == i) is { } whole)
            {
                if (AllThrough(whole.NestedRegions[0]) is { } inside && ThroughFinally(whole.NestedRegions[1], inside) is { } left)
                    (common ??= left.Clone()).Intersect(left);
                i = whole.LastBlockOrdinal;
            }
            else if (exits.TryGetValue(i, out var after))
            {
                (common ??= after.Clone()).Intersect(after);
                common.Intersect(entries[i]);
            }
        }
        return common;
    }

    // The regions that lie in the blocks that are solved here.
    private IEnumerable<ControlFlowRegion> Inside(ControlFlowRegion region)
    {
        foreach (var nested in region.NestedRegions.Where(r => r.FirstBlockOrdinal <= last && r.LastBlockOrdinal >= first))
        {
            if (nested.FirstBlockOrdinal >= first && nested.LastBlockOrdinal <= last)
                yield return nested;
            foreach (var inner in Inside(nested))
                yield return inner;
        }
    }
}
