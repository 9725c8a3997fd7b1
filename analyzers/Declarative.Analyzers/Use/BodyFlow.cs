using Declarative.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>Follows sets, models and optimizers through one body, and through the lambdas and local functions in it by themselves.</summary>
internal static class BodyFlow
{
    /// <summary>Announces what happens in a body; looks no further where it uses no set.</summary>
    public static void Follow(Body body, SemanticModel model, UseContext context, Action<UseEvent, UseState> announce)
    {
        if (!UsesASet(body.Operation, context.Types) || ControlFlowGraph.Create(body.Operation.Syntax, model, context.CancellationToken) is not { } graph)
            return;
        Follow(graph, context, new BodyScope(body.Owner, body.Operation, context.Types), announce);
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
