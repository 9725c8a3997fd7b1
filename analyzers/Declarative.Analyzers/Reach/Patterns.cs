using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>The names that patterns give to what they match.</summary>
/// <param name="target">The target that is matched, or held by what is.</param>
/// <param name="torch">The types that layers have.</param>
internal sealed class Patterns(TargetMember target, TorchTypes torch)
{
    /// <summary>The patterns that the value of an operation is matched with: of <c>is</c>, of a switch, of a subpattern.</summary>
    public static IEnumerable<IPatternOperation> On(IOperation value) => value.Parent switch
    {
        IIsPatternOperation test when test.Value == value => [test.Pattern],
        ISwitchExpressionOperation expression when expression.Value == value => expression.Arms.Select(static arm => arm.Pattern),
        ISwitchOperation statement when statement.Value == value =>
            statement.Cases.SelectMany(static c => c.Clauses).OfType<IPatternCaseClauseOperation>().Select(static c => c.Pattern),
        IPropertySubpatternOperation property when property.Member == value => [property.Pattern],
        _ => [],
    };

    /// <summary>The locals that a pattern declares for a target, its weight, or the layers in a list of targets.</summary>
    public IEnumerable<(ILocalSymbol Local, AliasKind Kind)> Names(IPatternOperation pattern, AliasKind kind) => pattern switch
    {
        IDeclarationPatternOperation declaration => Name(declaration.DeclaredSymbol, declaration, kind),
        IRecursivePatternOperation recursive => Name(recursive.DeclaredSymbol, recursive, kind)
            .Concat(recursive.PropertySubpatterns.SelectMany(p => IsWeight(p, kind) ? Names(p.Pattern, AliasKind.Weight) : [])),
        IListPatternOperation list => Name(list.DeclaredSymbol, list, kind)
            .Concat(list.Patterns.SelectMany(p => kind == AliasKind.List ? Names(p, p is ISlicePatternOperation ? kind : AliasKind.Layer) : [])),
        ISlicePatternOperation { Pattern: { } slice } => Names(slice, kind),
        INegatedPatternOperation negated => Names(negated.Pattern, kind),
        IBinaryPatternOperation both => Names(both.LeftPattern, kind).Concat(Names(both.RightPattern, kind)),
        _ => [],
    };

    private IEnumerable<(ILocalSymbol, AliasKind)> Name(ISymbol? declared, IPatternOperation pattern, AliasKind kind) =>
        declared is ILocalSymbol local && (kind != AliasKind.Layer || target.CanBe(pattern.NarrowedType, torch)) ? [(local, kind)] : [];

    private static bool IsWeight(IPropertySubpatternOperation property, AliasKind kind) =>
        kind == AliasKind.Layer && property.Member is IMemberReferenceOperation { Member.Name: "weight" };
}
