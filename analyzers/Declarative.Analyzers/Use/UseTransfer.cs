using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private readonly Dictionary<CaptureId, ISymbol> targets = [];

    /// <summary>Applies an operation and the operations in it, in the order of evaluation.</summary>
    public void Apply(IOperation operation, UseState state)
    {
        foreach (var child in operation.ChildOperations)
            Apply(child, state);

        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                Assign(assignment.Target, assignment.Value, state);
                break;
            case IFlowCaptureOperation capture:
                Capture(capture, state);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when Places.Of(argument.Value) is { } place:
                state.Put(place, [new Thing(argument.Syntax)]);
                break;
            case IPropertyReferenceOperation { Property.Name: "Parameters", Instance: { } set } property when types.IsOfSet(property):
                Collect(new Thing(property.Syntax), Find(set, state), property.Syntax, isWhole: true, isTaken: true, state);
                break;
            case ISpreadOperation spread:
                CopyParameters(spread.Operand, new Thing(spread.Parent!.Syntax), state, isWhole: true, isTaken: true);
                break;
            case IObjectCreationOperation creation:
                state.Forget(new Thing(creation.Syntax));
                if (types.IsOptimizer(creation.Type))
                    Build(creation, creation.Arguments, state);
                Share(creation.Arguments, calls: false, state);
                break;
            case IInvocationOperation call:
                state.Forget(new Thing(call.Syntax));
                Call(call, state);
                break;
        }
    }

    /// <summary>Whether an expression surely gives a set that was made here, which is not null.</summary>
    public bool IsNeverNull(IOperation expression, UseState state)
    {
        var attached = state.All<Attached>();
        return Find(expression, state).All(thing => attached.Any(a => a.Set == thing));
    }

    private void Call(IInvocationOperation call, UseState state)
    {
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments[0].Value : null);
        if (types.Attaches(call))
            Attach(call, state);
        else if (receiver is not null && types.IsSet(receiver.Type))
            CallOnSet(call, Find(receiver, state), state);
        else if (types.IsOptimizer(call.Type) && types.Known.IsTorch(call.TargetMethod))
            Build(call, call.Arguments, state);
        else if (receiver is not null && types.GivesParameters(call))
            Collect(new Thing(call.Syntax), Find(receiver, state), call.Syntax, isWhole: call.Arguments.All(static a => a.IsImplicit), isTaken: false, state);
        else if (call.TargetMethod.IsExtensionMethod && types.IsParameters(receiver!.Type))
            CopyParameters(
                receiver, new Thing(call.Syntax), state, isWhole: call.TargetMethod.Name is "ToList" or "ToArray", isTaken: call.TargetMethod.Name is "ToList" or "ToArray");
        else if (receiver is not null && types.Moves(call))
            Move(call, Find(receiver, state), state);
        else if (receiver is not null && types.Steps(call))
            Announce(UseEventKind.Stepped, call, Find(receiver, state), state);
        else if (receiver is not null && types.UsesFile(call))
            Announce(UseEventKind.FileUsed, call, Find(receiver, state), state);
        else if (types.GoesBackward(call))
            state.All<Merged>().ToList().ForEach(merged => state.Add(new BackwardWhileMerged(merged.Set)));
        else if (call.TargetMethod.Name == "Dispose" && receiver is not null)
            Find(receiver, state).ForEach(state.Forget);
        else
            Share(call.Arguments, calls: scope.IsRunBy(call), state);
    }

    private void Attach(IInvocationOperation call, UseState state)
    {
        var set = new Thing(call.Syntax);
        Announce(UseEventKind.Attached, call, [set], state);
        foreach (var model in Find(call.Arguments.First(static a => a.Parameter?.Name == "model").Value, state))
        {
            state.Add(new Attached(set, model, call));
            foreach (var taken in state.All<Collects>().Where(c => c.Owner == model && c.IsTaken))
                state.Add(new TakenBefore(taken.Holder, set));
        }
    }

    private void CallOnSet(IInvocationOperation call, List<Thing> sets, UseState state)
    {
        switch (call.TargetMethod.Name)
        {
            case "AdamW":
                Collect(new Thing(call.Syntax), sets, call.Syntax, isWhole: true, isTaken: true, state);
                Announce(UseEventKind.OptimizerBuilt, call, [new Thing(call.Syntax)], state);
                break;
            case "Merge":
                sets.ForEach(set => state.Add(new Merged(set)));
                break;
            case "Unmerge":
                state.Forget(f => f is Merged merged && sets.Contains(merged.Set) || f is BackwardWhileMerged backward && sets.Contains(backward.Set));
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
            CopyParameters(argument.Value, optimizer, state, isWhole: true, isTaken: true);
        Announce(UseEventKind.OptimizerBuilt, creation, [optimizer], state);
    }

    private static void Collect(Thing holder, List<Thing> owners, SyntaxNode expression, bool isWhole, bool isTaken, UseState state) =>
        owners.ForEach(owner => state.Add(new Collects(holder, owner, expression, isWhole, isTaken)));

    // A list that looks the parameters up when it is read gives those of this moment.
    private void CopyParameters(IOperation list, Thing holder, UseState state, bool isWhole, bool isTaken)
    {
        foreach (var from in Find(list, state))
        {
            foreach (var part in state.All<Collects>().Where(c => c.Holder == from))
                state.Add(part with { Holder = holder, IsWhole = part.IsWhole && isWhole, IsTaken = part.IsTaken || isTaken });
            foreach (var taken in state.All<TakenBefore>().Where(t => t.Holder == from))
                state.Add(taken with { Holder = holder });
            foreach (var replaced in state.All<Replaced>().Where(r => r.Holder == from))
                state.Add(replaced with { Holder = holder });
        }
    }

    // A second move to the same device replaces nothing.
    private static void Move(IInvocationOperation call, List<Thing> models, UseState state)
    {
        var text = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } invocation
            ? name.ToString() + invocation.ArgumentList
            : call.Syntax.ToString();
        foreach (var model in models)
        {
            var before = state.All<MovedBy>().Where(m => m.Model == model).ToList();
            if (before.Count == 1 && before[0].Call == text)
                continue;
            state.Forget(f => f is MovedBy moved && moved.Model == model);
            state.Add(new MovedBy(model, text));
            foreach (var taken in state.All<Collects>().Where(c => c.IsTaken && (c.Owner == model || state.SetsOn(model).Contains(c.Owner))))
            {
                if (!state.All<Replaced>().Any(r => r.Holder == taken.Holder))
                    state.Add(new Replaced(taken.Holder, call));
            }
        }
    }

    /// <summary>
    /// What other code is given, it may change: unmerge a set that it gets, and, where it can reach them, everything that
    /// fields and captured variables hold.
    /// </summary>
    private void Share(ImmutableArray<IArgumentOperation> arguments, bool calls, UseState state)
    {
        var reachable = calls || arguments.Any(static a => a.Value is IDelegateCreationOperation or IInstanceReferenceOperation);
        var given = arguments.Where(a => types.IsSet(a.Value.Type)).SelectMany(a => Find(a.Value, state)).ToList();
        if (!reachable && given.Count == 0)
            return;
        state.Forget(f => f switch
        {
            Merged merged => given.Contains(merged.Set) || IsReachable(merged.Set),
            BackwardWhileMerged merged => given.Contains(merged.Set) || IsReachable(merged.Set),
            TakenBefore taken => IsReachable(taken.Holder),
            Replaced replaced => IsReachable(replaced.Holder),
            _ => false,
        });

        bool IsReachable(Thing thing) => reachable && state.PlaceOf(thing) is { } place && scope.CanReach(place);
    }

    private void Assign(IOperation target, IOperation value, UseState state)
    {
        if (!types.IsFollowed(target.Type))
            return;
        var things = Find(value, state);
        if (target is IFlowCaptureReferenceOperation { Id: var id })
        {
            state.Put(id, things);
            if (targets.TryGetValue(id, out var assigned))
                state.Put(assigned, things);
        }
        else if (Places.Of(target) is { } place)
        {
            state.Put(place, things);
        }
    }

    private void Capture(IFlowCaptureOperation capture, UseState state)
    {
        if (!types.IsFollowed(capture.Value.Type))
            return;
        if (Places.Of(capture.Value) is { } place)
            targets[capture.Id] = place;
        state.Put(capture.Id, Find(capture.Value, state));
    }

    // What an expression gives: what a place holds, what a call passes on, or something new.
    private List<Thing> Find(IOperation expression, UseState state) => expression switch
    {
        IConversionOperation { Operand: var operand } => Find(operand, state),
        IFlowCaptureReferenceOperation { Id: var id } => state.In(id).ToList(),
        IInvocationOperation call when types.Moves(call) => Find(call.Arguments[0].Value, state),
        IInvocationOperation { Instance: { } model } call when types.UsesFile(call) => Find(model, state),
        IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: "AsEnumerable" } } call => Find(call.Arguments[0].Value, state),
        _ when Places.Of(expression) is { } place => state.In(place).ToList(),
        _ => [new Thing(expression.Syntax)],
    };

    private void Announce(UseEventKind kind, IOperation operation, List<Thing> things, UseState state) =>
        announce(new UseEvent(kind, operation, [.. things], context), state);
}
