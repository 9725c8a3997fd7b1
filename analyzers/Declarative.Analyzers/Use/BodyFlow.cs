using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>Follows sets, models and optimizers through one body, and through the lambdas and local functions in it by themselves.</summary>
internal static class BodyFlow
{
    /// <summary>Announces what happens in the bodies of a member; looks no further where they use no set.</summary>
    public static void Follow(OperationBlockAnalysisContext block, UseContext context, Action<UseEvent, UseState> announce)
    {
        foreach (var body in block.OperationBlocks)
        {
            if (!UsesASet(body, context.Types))
                continue;
            var scope = new BodyScope(block.OwningSymbol, body, context.Types);
            Follow(block.GetControlFlowGraph(body), context, scope, announce);
        }
    }

    private static bool UsesASet(IOperation body, UseTypes types)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (types.IsOfSet(operation))
                return true;
        }
        return false;
    }

    private static void Follow(ControlFlowGraph graph, UseContext context, BodyScope scope, Action<UseEvent, UseState> announce)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        FlowSolver.Solve(graph, new UseTransfer(context, scope, announce));
        foreach (var function in graph.LocalFunctions)
            Follow(graph.GetLocalFunctionControlFlowGraph(function, context.CancellationToken), context, scope, announce);
        foreach (var lambda in graph.Blocks.SelectMany(static b => b.Operations.Append(b.BranchValue)).OfType<IOperation>()
            .SelectMany(static o => o.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>())
        {
            Follow(graph.GetAnonymousFunctionControlFlowGraph(lambda, context.CancellationToken), context, scope, announce);
        }
    }
}
