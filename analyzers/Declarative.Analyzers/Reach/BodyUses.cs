using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>
/// Finds every use of a target in one body: of the member itself, and of the locals and lambda parameters that are other
/// names of it, of its weight, or of something that holds it.
/// </summary>
internal sealed class BodyUses
{
    private readonly LayerUses layers;
    private readonly HolderUses holders;
    private readonly WeightUses weights;
    private readonly Escapes escapes;
    private readonly Action<TargetUse> found;
    private Dictionary<ISymbol, TargetValue>? aliases;
    private Queue<ISymbol>? unread;

    private BodyUses(TargetIndex index, ISymbol owner, int depth, Action<TargetUse> found)
    {
        this.found = found;
        Index = index;
        Owner = owner;
        Depth = depth;
        layers = new LayerUses(this);
        holders = new HolderUses(this, layers);
        weights = new WeightUses(this);
        escapes = new Escapes(this);
    }

    /// <summary>The targets of the compilation.</summary>
    public TargetIndex Index { get; }

    /// <summary>The types of the library and of TorchSharp.</summary>
    public KnownTypes Types => Index.Types;

    /// <summary>The member whose body this is.</summary>
    public ISymbol Owner { get; }

    /// <summary>How many helpers lie between this body and the one that names the target.</summary>
    public int Depth { get; }

    /// <summary>Reports what the body does with targets; allocates nothing where it names none.</summary>
    public static void Find(TargetIndex index, Body body, Action<TargetUse> found)
    {
        BodyUses? uses = null;
        foreach (var operation in body.Operation.DescendantsAndSelf())
        {
            if (TargetOf(operation, index) is not { } target)
                continue;
            if (LayerCalls.MayCall(operation, index.Types))
                target.NoteCall();
            (uses ??= new BodyUses(index, body.Owner, depth: 0, found)).Follow(operation, ValueOf(operation, target));
        }
        uses?.FollowAliases(body.Operation);
    }

    /// <summary>Reports what a helper's body does with the target that its caller gives to <paramref name="parameter"/>.</summary>
    public static void Find(
        TargetIndex index, IMethodSymbol helper, IOperation body, IParameterSymbol parameter, TargetValue value, int depth, Action<TargetUse> found)
    {
        var uses = new BodyUses(index, helper, depth, found);
        uses.Alias(parameter, value);
        uses.FollowAliases(body);
    }

    /// <summary>The targets of the member that an operation names; null where it names no such member.</summary>
    public static TargetMember? TargetOf(IOperation operation, TargetIndex index) => operation switch
    {
        IFieldReferenceOperation field => index.Find(field.Field),
        IPropertyReferenceOperation property => index.Find(property.Property),
        IParameterReferenceOperation parameter => index.Find(parameter.Parameter),
        _ => null,
    };

    /// <summary>Judges what uses the value that <paramref name="operation"/> gives.</summary>
    public void Follow(IOperation operation, TargetValue value)
    {
        var outermost = ValueFlow.Outermost(operation);
        var isJudged = value.Kind switch
        {
            AliasKind.Weight => weights.Judge(outermost, value),
            AliasKind.Layer => layers.Judge(outermost, value),
            _ => holders.Judge(outermost, value),
        };
        if (!isJudged)
            escapes.Judge(outermost, value);
    }

    /// <summary>From here on, the local or parameter is another name of the value.</summary>
    public void Alias(ISymbol name, TargetValue value)
    {
        aliases ??= new(SymbolEqualityComparer.Default);
        if (aliases.ContainsKey(name))
            return;
        aliases.Add(name, value);
        (unread ??= new()).Enqueue(name);
    }

    /// <summary>The patterns that <paramref name="operation"/> is matched with declare other names of the value.</summary>
    public void Match(IOperation operation, TargetValue value)
    {
        foreach (var pattern in Patterns.On(operation))
        {
            foreach (var (local, kind) in new Patterns(value.Target, Types.Torch).Names(pattern, value.Kind))
                Alias(local, value with { Kind = kind });
        }
    }

    /// <summary>Reports a use where the value comes from.</summary>
    public void Report(UseKind kind, TargetValue value, string detail) => Report(kind, value, value.Origin, detail);

    /// <summary>Reports a use.</summary>
    public void Report(UseKind kind, TargetValue value, SyntaxNode place, string detail, string reason = "", bool canCall = false) =>
        found(new TargetUse(kind, value.Target, place.GetLocation(), detail, reason, canCall));

    private static TargetValue ValueOf(IOperation reference, TargetMember target) =>
        new(target, target.HoldsElements ? AliasKind.List : AliasKind.Layer, reference.Syntax);

    private void FollowAliases(IOperation body)
    {
        while (unread is { Count: > 0 })
        {
            var name = unread.Dequeue();
            var value = aliases![name];
            foreach (var operation in body.DescendantsAndSelf())
            {
                if (SymbolEqualityComparer.Default.Equals(Named(operation), name))
                    Follow(operation, value with { Origin = operation.Syntax, CanCall = false });
            }
        }
    }

    private static ISymbol? Named(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
