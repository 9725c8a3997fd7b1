using Declarative.Analyzers.Attributes;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Declaration;

/// <summary>DCL0004: an attribute stands where a model, when it is made, has a layer of its own.</summary>
internal sealed class CannotBeAttachedRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.CannotBeAttached;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (!context.Host.IsModule)
            return;
        var (subject, obstacle) = context.Plan.Member is { } member
            ? (member, ObstacleTo(member))
            : (context.Host.Type, ObstacleTo(context.Host.Type, context));
        if (obstacle is not null)
            report(Diagnostic.Create(Descriptor, context.Syntax.Name.GetLocation(), context.Plan.Spec.Method, subject.Name, obstacle));
    }

    private static string? ObstacleTo(ISymbol member) => member switch
    {
        { IsStatic: true } => "it is static, and only what belongs to an instance is registered in it",
        { IsAbstract: true } => "it is abstract and holds nothing itself; annotate the member that implements it",
        IPropertySymbol property when !HasField(property) => "it is computed and holds nothing itself; annotate the field behind it",
        _ => null,
    };

    private static bool HasField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    // A class that other assemblies see may have its instances there.
    private static string? ObstacleTo(INamedTypeSymbol type, AttributeContext context) =>
        type.IsAbstract && !IsVisibleOutside(type) && !context.Hosts.HasDerived(type, context.Types)
            ? "it is abstract, and no class in this project derives from it, so no model is ever one"
            : null;

    private static bool IsVisibleOutside(INamedTypeSymbol type) => HostParser.ContainingTypes(type).All(static t =>
        t.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal);
}
