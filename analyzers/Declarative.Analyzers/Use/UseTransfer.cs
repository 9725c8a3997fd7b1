using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>Says what an operation makes of the facts before it, and announces what the rules are about.</summary>
/// <param name="context">The compilation.</param>
/// <param name="scope">What other code can reach.</param>
/// <param name="announce">Is told each event with what may be true before it; more than once where it lies in a loop.</param>
internal sealed class UseTransfer(UseContext context, BodyScope scope, Action<UseEvent, UseState> announce)
{
    private readonly UseTypes types = context.Types;
    private readonly ValueFinder values = new(context.Types);

    /// <summary>Applies an operation and the operations in it, in the order of evaluation.</summary>
    public void Apply(IOperation operation, UseState state)
    {
        foreach (var child in operation.ChildOperations)
            Apply(child, state);

        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                values.Assign(assignment, state);
                break;
            case IFlowCaptureOperation capture:
                values.Capture(capture, state);
                break;
            case IArgumentOperation argument:
                ValueFinder.Lend(argument, state);
                break;
            case IPropertyReferenceOperation { Property.Name: "Parameters", Instance: { } set } property when types.IsOfSet(property):
                ParameterLists.Collect(new Thing(property.Syntax), values.Find(set, state), property.Syntax, isWhole: true, isTaken: true, state);
                break;
            case ISpreadOperation { Parent: { } list } spread:
                ParameterLists.Copy(values.Find(spread.Operand, state), new Thing(list.Syntax), isWhole: true, isTaken: true, state);
                break;
            case IObjectCreationOperation creation:
                Create(creation, state);
                break;
            case IInvocationOperation call:
                Call(call, state);
                break;
        }
    }

    /// <summary>Whether an expression surely gives a set that was made here, which is not null.</summary>
    public bool IsNeverNull(IOperation expression, UseState state)
    {
        var attached = state.All<Attached>();
        return values.Find(expression, state).All(thing => attached.Any(a => a.Set == thing));
    }

    private void Create(IObjectCreationOperation creation, UseState state)
    {
        state.Forget(new Thing(creation.Syntax));
        if (types.IsOptimizer(creation.Type))
            Build(creation, creation.Arguments, state);
        scope.Run(SetsIn(creation.Arguments, state), creation.Arguments, method: null, instance: null, state);
    }

    private void Call(IInvocationOperation call, UseState state)
    {
        state.Forget(new Thing(call.Syntax));
        if (types.Attaches(call))
            Attach(call, state);
        else if (types.IsOptimizer(call.Type) && types.Known.IsTorch(call.TargetMethod))
            Build(call, call.Arguments, state);
        else if (types.GoesBackward(call))
            state.All<Merged>().ToList().ForEach(merged => state.Add(new BackwardWhileMerged(merged.Set)));
        else if (!IsKnown(call, state))
            scope.Run(SetsIn(call.Arguments, state), call.Arguments, call.TargetMethod, call.Instance, state);
    }

    private bool IsKnown(IInvocationOperation call, UseState state)
    {
        if ((call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments[0].Value : null)) is not { } receiver)
            return false;
        var things = values.Find(receiver, state);
        if (types.IsSet(receiver.Type))
            CallOnSet(call, things, state);
        else if (types.GivesParameters(call))
            ParameterLists.Collect(new Thing(call.Syntax), things, call.Syntax, isWhole: call.Arguments.All(static a => a.IsImplicit), isTaken: false, state);
        else if (types.Moves(call))
            things.ForEach(model => ParameterLists.Move(call, model, state));
        else if (types.Steps(call))
            Announce(UseEventKind.Stepped, call, things, state);
        else if (types.UsesFile(call))
            Announce(UseEventKind.FileUsed, call, things, state);
        else if (call.TargetMethod.Name == "Dispose")
            things.ForEach(state.Forget);
        else if (call.TargetMethod.IsExtensionMethod && types.IsParameters(receiver.Type))
            Query(call, things, state);
        else
            return false;
        return true;
    }

    private void Attach(IInvocationOperation call, UseState state)
    {
        var set = new Thing(call.Syntax);
        Announce(UseEventKind.Attached, call, [set], state);
        foreach (var model in values.Find(call.Arguments.First(static a => a.Parameter?.Name == "model").Value, state))
        {
            state.Add(new Attached(set, model, call));
            ParameterLists.Attach(set, model, state);
        }
    }

    private void CallOnSet(IInvocationOperation call, List<Thing> sets, UseState state)
    {
        switch (call.TargetMethod.Name)
        {
            case "AdamW":
                ParameterLists.Collect(new Thing(call.Syntax), sets, call.Syntax, isWhole: true, isTaken: true, state);
                Announce(UseEventKind.OptimizerBuilt, call, [new Thing(call.Syntax)], state);
                break;
            case "Merge":
                sets.ForEach(set => state.Add(new Merged(set)));
                break;
            case "Unmerge":
                state.Forget(f => f is Merged or BackwardWhileMerged && sets.Exists(f.IsAbout));
                break;
            case "Load":
                Announce(UseEventKind.CheckpointLoaded, call, sets, state);
                break;
            case "Dispose":
                sets.ForEach(state.Forget);
                break;
        }
    }

    private void Build(IOperation creation, ImmutableArray<IArgumentOperation> arguments, UseState state)
    {
        var optimizer = new Thing(creation.Syntax);
        foreach (var argument in arguments.Where(a => types.IsParameters(a.Parameter?.Type)))
            ParameterLists.Copy(values.Find(argument.Value, state), optimizer, isWhole: true, isTaken: true, state);
        Announce(UseEventKind.OptimizerBuilt, creation, [optimizer], state);
    }

    // ToList and ToArray take all the parameters there and then; other queries may leave some out.
    private static void Query(IInvocationOperation call, List<Thing> lists, UseState state)
    {
        var takes = call.TargetMethod.Name is "ToList" or "ToArray";
        ParameterLists.Copy(lists, new Thing(call.Syntax), isWhole: takes, isTaken: takes, state);
    }

    private List<Thing> SetsIn(ImmutableArray<IArgumentOperation> arguments, UseState state) =>
        [.. arguments.Where(a => types.IsSet(a.Value.Type)).SelectMany(a => values.Find(a.Value, state))];

    private void Announce(UseEventKind kind, IOperation operation, List<Thing> things, UseState state) =>
        announce(new UseEvent(kind, operation, [.. things], context), state);
}
