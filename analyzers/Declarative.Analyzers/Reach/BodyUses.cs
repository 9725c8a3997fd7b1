using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Finds every use of a target in one body: of the member itself, and of locals that are other names of it.</summary>
internal sealed class BodyUses
{
    private readonly LayerUses layers;
    private readonly WeightUses weights;
    private readonly TargetIndex index;
    private readonly ISymbol owner;
    private readonly Action<TargetUse> found;
    private Dictionary<ILocalSymbol, (TargetMember Target, AliasKind Kind)>? aliases;
    private Queue<ILocalSymbol>? unread;

    private BodyUses(TargetIndex index, ISymbol owner, Action<TargetUse> found)
    {
        this.index = index;
        this.owner = owner;
        this.found = found;
        weights = new WeightUses(index.Types);
        layers = new LayerUses(index.Types, index, weights);
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
                    (uses ??= new BodyUses(index, owner, found)).JudgeMember(operation, target);
            }
        }
        uses?.JudgeAliases(bodies);
    }

    private static ISymbol? Referenced(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private void JudgeMember(IOperation reference, TargetMember target) =>
        Report(layers.Judge(reference, target, isElement: false, owner, (local, kind) => Alias(local, target, kind)));

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

    private void JudgeAlias(ILocalReferenceOperation reference, TargetMember target, AliasKind kind) => Report(kind == AliasKind.Weight
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
