using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>Follows things from expression to place and back, through the temporaries of one control flow graph.</summary>
internal sealed class ValueFinder(UseTypes types)
{
    private readonly Dictionary<CaptureId, ISymbol> captured = [];

    /// <summary>What an expression gives: what a place holds, what a call passes on, or something new.</summary>
    public List<Thing> Find(IOperation expression, UseState state) => expression switch
    {
        IConversionOperation { Operand: var operand } => Find(operand, state),
        IFlowCaptureReferenceOperation { Id: var id } => state.In(id).ToList(),
        IInvocationOperation call when types.Moves(call) => Find(call.Arguments[0].Value, state),
        IInvocationOperation { Instance: { } model } call when types.UsesFile(call) => Find(model, state),
        IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: "AsEnumerable" } } call => Find(call.Arguments[0].Value, state),
        _ when Places.Of(expression) is { } place => state.In(place).ToList(),
        _ => [new Thing(expression.Syntax)],
    };

    /// <summary>Puts what a value is into the place that is assigned to.</summary>
    public void Assign(ISimpleAssignmentOperation assignment, UseState state)
    {
        if (!types.IsFollowed(assignment.Target.Type))
            return;
        var things = Find(assignment.Value, state);
        if (assignment.Target is IFlowCaptureReferenceOperation { Id: var id })
        {
            state.Put(id, things);
            if (captured.TryGetValue(id, out var assigned))
                state.Put(assigned, things);
        }
        else if (Places.Of(assignment.Target) is { } place)
        {
            state.Put(place, things);
        }
    }

    /// <summary>Puts what a value is into a temporary, which may stand for the place when something is assigned to it.</summary>
    public void Capture(IFlowCaptureOperation capture, UseState state)
    {
        if (!types.IsFollowed(capture.Value.Type))
            return;
        if (Places.Of(capture.Value) is { } place)
            captured[capture.Id] = place;
        state.Put(capture.Id, Find(capture.Value, state));
    }

    /// <summary>A place given by reference holds something that is not known.</summary>
    public static void Lend(IArgumentOperation argument, UseState state)
    {
        if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } && Places.Of(argument.Value) is { } place)
            state.Put(place, [new Thing(argument.Syntax)]);
    }
}
