using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Finds every use of a target in one body: of the member itself, and of locals that are other names of it.</summary>
internal sealed class BodyUses
{
    private readonly LayerUses layers;
    private readonly WeightUses weights;
    private readonly KnownTypes types;
    private readonly ISymbol owner;
    private readonly Action<TargetUse> found;
    private Dictionary<ILocalSymbol, (TargetMember Target, AliasKind Kind)>? aliases;
    private Queue<ILocalSymbol>? unread;

    private BodyUses(TargetIndex index, ISymbol owner, int depth, Action<TargetUse> found)
    {
        this.owner = owner;
        this.found = found;
        types = index.Types;
        weights = new WeightUses(index.Types);
        layers = new LayerUses(index.Types, index, weights, depth);
    }

    /// <summary>Reports what the bodies of <paramref name="owner"/> do with targets; allocates nothing where they name none.</summary>
    public static void Find(TargetIndex index, ISymbol owner, ImmutableArray<IOperation> bodies, Action<TargetUse> found)
    {
        BodyUses? uses = null;
        foreach (var body in bodies)
        {
            foreach (var operation in body.DescendantsAndSelf())
            {
                if (Referenced(operation) is { } symbol && index.Find(symbol) is { } target)
                    (uses ??= new BodyUses(index, owner, depth: 0, found)).JudgeMember(operation, target);
            }
        }
        uses?.JudgeAliases(bodies);
    }

    /// <summary>Reports what a helper's body does with the target that its caller gives to <paramref name="parameter"/>.</summary>
    public static void Find(
        TargetIndex index, IMethodSymbol helper, IOperation body, IParameterSymbol parameter, TargetMember target, bool isElement, int depth, Action<TargetUse> found)
    {
        var uses = new BodyUses(index, helper, depth, found);
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter))
                uses.JudgeAlias(reference, target, isElement ? AliasKind.Element : AliasKind.Member);
        }
        uses.JudgeAliases([body]);
    }

    private static ISymbol? Referenced(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private void JudgeMember(IOperation reference, TargetMember target)
    {
        if (LayerCalls.MayCall(reference, types))
            target.NoteCall();
        Report(layers.Judge(reference, target, isElement: false, owner, (local, kind) => Alias(local, target, kind)));
    }

    private void JudgeAliases(ImmutableArray<IOperation> bodies)
    {
        while (unread is { Count: > 0 })
        {
            var local = unread.Dequeue();
            var (target, kind) = aliases![local];
            foreach (var body in bodies)
            {
                foreach (var operation in body.DescendantsAndSelf())
                {
                    if (operation is ILocalReferenceOperation { IsDeclaration: false } reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                        JudgeAlias(reference, target, kind);
                }
            }
        }
    }

    private void JudgeAlias(IOperation reference, TargetMember target, AliasKind kind) => Report(kind == AliasKind.Weight
        ? weights.Judge(reference, target, owner, (local, k) => Alias(local, target, k))
        : layers.Judge(reference, target, kind == AliasKind.Element, owner, (local, k) => Alias(local, target, k)));

    private void Alias(ILocalSymbol local, TargetMember target, AliasKind kind)
    {
        aliases ??= new(SymbolEqualityComparer.Default);
        if (aliases.ContainsKey(local))
            return;
        aliases.Add(local, (target, kind));
        (unread ??= new()).Enqueue(local);
    }

    private void Report(TargetUse? use)
    {
        if (use is not null)
            found(use);
    }
}
