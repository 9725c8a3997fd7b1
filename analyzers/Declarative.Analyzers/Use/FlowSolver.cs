using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Declarative.Analyzers.Use;

/// <summary>Carries facts forward through a control flow graph until nothing is added any more.</summary>
/// <param name="graph">The graph.</param>
/// <param name="transfer">What an operation makes of the facts before it.</param>
internal sealed class FlowSolver(ControlFlowGraph graph, UseTransfer transfer)
{
    /// <summary>Solves the graph from nothing known at its entry.</summary>
    public void Solve() => Run(0, graph.Blocks.Length - 1, new UseState());

    // Solves the blocks from first to last; what may be true where a finally block that they are comes to its end.
    private UseState? Run(int first, int last, UseState entry)
    {
        var entries = new Dictionary<int, UseState> { [first] = entry };
        var exits = new Dictionary<int, UseState>();
        UseState? end = null;
        var waiting = new SortedSet<int> { first };
        do
        {
            while (waiting.Count > 0)
            {
                var ordinal = waiting.Min;
                waiting.Remove(ordinal);
                var block = graph.Blocks[ordinal];
                var state = entries[ordinal].Clone();
                foreach (var operation in block.Operations)
                    transfer.Apply(operation, state);
                if (block.BranchValue is { } value)
                    transfer.Apply(value, state);
                exits[ordinal] = state;
                Follow(block.ConditionalSuccessor);
                Follow(block.FallThroughSuccessor);

                void Follow(ControlFlowBranch? branch)
                {
                    if (branch is null || IsNullOfASet(branch, state))
                        return;
                    if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
                        _ = end is null ? (end = state.Clone()) is null : end.Join(state);
                    else if (branch.Destination is { } next && ThroughFinally(branch, state) is { } reached)
                        Enter(next.Ordinal, reached);
                }
            }
            EnterHandlers();
        }
        while (waiting.Count > 0);
        return end;

        void Enter(int ordinal, UseState state)
        {
            if (!entries.TryGetValue(ordinal, out var known))
                entries[ordinal] = state.Clone();
            else if (!known.Join(state))
                return;
            waiting.Add(ordinal);
        }

        // An exception may come from anywhere in the try: what holds all through it holds in the handler.
        void EnterHandlers()
        {
            foreach (var region in Regions(graph.Root, first, last).Where(static r => r.Kind == ControlFlowRegionKind.TryAndCatch))
            {
                var guarded = region.NestedRegions[0];
                UseState? common = null;
                for (var i = guarded.FirstBlockOrdinal; i <= guarded.LastBlockOrdinal; i++)
                {
                    if (!exits.TryGetValue(i, out var after))
                        continue;
                    common ??= after.Clone();
                    common.Intersect(after);
                    common.Intersect(entries[i]);
                }
                foreach (var handler in region.NestedRegions.Skip(1))
                {
                    if (common is not null)
                        Enter(handler.FirstBlockOrdinal, common);
                }
            }
        }
    }

    // A branch that leaves a try runs its finally blocks first, the innermost one at the beginning.
    private UseState? ThroughFinally(ControlFlowBranch branch, UseState state)
    {
        foreach (var region in branch.FinallyRegions)
        {
            if (Run(region.FirstBlockOrdinal, region.LastBlockOrdinal, state.Clone()) is not { } after)
                return null;
            state = after;
        }
        return state;
    }

    // The dispose of a using asks whether there is anything to dispose; a set that was just made is there.
    private bool IsNullOfASet(ControlFlowBranch branch, UseState state) =>
        branch.Source is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: IIsNullOperation { Operand: var operand } }
        && branch.IsConditionalSuccessor == (branch.Source.ConditionKind == ControlFlowConditionKind.WhenTrue)
        && transfer.IsNeverNull(operand, state);

    private static IEnumerable<ControlFlowRegion> Regions(ControlFlowRegion region, int first, int last)
    {
        foreach (var nested in region.NestedRegions.Where(r => r.FirstBlockOrdinal <= last && r.LastBlockOrdinal >= first))
        {
            if (nested.FirstBlockOrdinal >= first && nested.LastBlockOrdinal <= last)
                yield return nested;
            foreach (var inner in Regions(nested, first, last))
                yield return inner;
        }
    }
}
