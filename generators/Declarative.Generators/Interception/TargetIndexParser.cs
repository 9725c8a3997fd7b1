using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Interception;

/// <summary>Reads off an annotated class which calls concern it.</summary>
internal static class TargetIndexParser
{
    public static TargetIndex Parse(ParsedHost host, Compilation compilation)
    {
        var source = ModelSource.Of(compilation)!;
        var targets = host.ModulePlans.SelectMany(static p => p.Layers).ToList();
        var members = new StringSet(targets.Select(static l => TypeNames.MemberKey(l.Member.Symbol)));
        var others = host.Reach.Classes.SelectMany(c => source.Module(c).Members)
            .Where(static m => m.OwnsItsValue)
            .Select(static m => TypeNames.MemberKey(m.Symbol))
            .Where(key => !members.Contains(key));
        return new TargetIndex(
            new StringSet(host.Reach.Classes.SelectMany(c => Bases(c, source.HasSource)).Select(TypeNames.Key)),
            members,
            new StringSet(others),
            new StringSet(targets.SelectMany(l => CallableTypes(l, source)).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).Select(TypeName)));
    }

    /// <summary>A type as an interceptor names it.</summary>
    public static string TypeName(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static IEnumerable<INamedTypeSymbol> Bases(ITypeSymbol type, Func<ITypeSymbol, bool> isWanted)
    {
        for (var t = type as INamedTypeSymbol; t is not null && isWanted(t); t = t.BaseType)
            yield return t;
    }

    // The layer's own type and what lies between it and Module<Tensor, Tensor>, the interface, and a Sequential around it.
    private static IEnumerable<ITypeSymbol> CallableTypes(ParsedLayer layer, ModelSource source)
    {
        var torch = source.Torch;
        var types = Bases(layer.Type, torch.IsTensorModule).Concat(Bases(torch.TensorModule, torch.IsTensorModule)).Append<ITypeSymbol>(torch.TensorInterface);
        return layer.IsElement ? types.Append(torch.Sequential) : types;
    }
}
