using System.Collections.Immutable;
using Declarative.Generators.Parsing.Methods;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>Reads an annotated class: the entry point of the generator and of the analyzers.</summary>
internal static class HostParser
{
    /// <summary>Reads <paramref name="type"/>; null where it has no adapter attribute, or no TorchSharp is referenced.</summary>
    public static ParsedHost? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation = default)
    {
        if (ModelSource.Of(compilation) is not { } source)
            return null;
        var attributes = AttributesOf(type).ToList();
        if (attributes.Count == 0)
            return null;
        var isModule = source.Torch.IsModule(type);
        var reach = isModule ? new ReachParser(source, cancellation).Parse(type) : ParsedReach.None;
        return new ParsedHost
        {
            Type = type,
            IsModule = isModule,
            NotPartial = ContainingTypes(type).Where(static t => !IsPartial(t)).ToImmutableArray(),
            Plans = attributes.Select(a => ParsePlan(source, a.Attribute, a.Method, a.Member, reach)).ToImmutableArray(),
            Reach = reach,
        };
    }

    /// <summary>
    /// Whether <paramref name="node"/> is the one of a class's annotated declarations that stands for it: a class with
    /// attributes in several places is read once.
    /// </summary>
    public static bool IsCanonical(INamedTypeSymbol type, SyntaxNode node, AdapterMethod method)
    {
        var first = AttributesOf(type).FirstOrDefault();
        return first.Method == method
            && first.Attribute.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == node.SyntaxTree
            && DeclarationOf(node).FullSpan.Contains(reference.Span)
            && (first.Member is not null || node is TypeDeclarationSyntax)
            && (first.Member is null || node == first.Member.DeclaringSyntaxReferences[0].GetSyntax());
    }

    /// <summary>The type and the types around it, outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? ContainingTypes(outer).Append(type) : [type];

    /// <summary>Whether <paramref name="type"/> or a member of it has an adapter attribute.</summary>
    public static bool IsHost(INamedTypeSymbol type) => AttributesOf(type).Any();

    private static SyntaxNode DeclarationOf(SyntaxNode node) =>
        node is VariableDeclaratorSyntax ? node.FirstAncestorOrSelf<MemberDeclarationSyntax>()! : node;

    private static IEnumerable<(AttributeData Attribute, AdapterMethod Method, ISymbol? Member)> AttributesOf(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (AdapterMethod.Of(attribute) is { } method)
                yield return (attribute, method, null);
        }
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol)
            {
                foreach (var attribute in member.GetAttributes())
                {
                    if (AdapterMethod.Of(attribute) is { } method)
                        yield return (attribute, method, member);
                }
            }
        }
    }

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static ParsedPlan ParsePlan(ModelSource source, AttributeData attribute, AdapterMethod method, ISymbol? member, ParsedReach reach)
    {
        var spec = method.Parser.Parse(attribute);
        var held = member is null ? null : HeldTemplate(source, member);
        var targetsText = member is null ? attribute.Value("Targets", spec.DefaultTargets) : null;
        var excludeText = member is null ? attribute.Value("Exclude", "") : "";
        TargetPattern? targets = null, exclude = null;
        PatternError? targetsError = null, excludeError = null;
        if (targetsText is not null)
            _ = TargetPattern.TryParse(targetsText, out targets, out targetsError);
        if (excludeText.Length > 0)
            _ = TargetPattern.TryParse(excludeText, out exclude, out excludeError);

        bool IsClaimed(ParsedLayer layer) =>
            spec.Adapts(layer.Kind, layer.Shape)
            && IsMeant(layer)
            && exclude?.MustMatch(layer.Template, layer.IsLinear) != true;

        bool IsMeant(ParsedLayer layer) =>
            member is null ? targets?.CouldMatch(layer.Template, layer.IsLinear) == true
            : spec.HasModules ? IsHeldBy(layer, member)
            : IsInside(layer.Template, held);

        return new ParsedPlan
        {
            Attribute = attribute,
            Method = method,
            Spec = spec,
            Name = attribute.Value("Name", "default"),
            Member = member,
            MemberTemplate = held,
            TargetsText = targetsText,
            Targets = targets,
            TargetsError = targetsError,
            ExcludeText = excludeText,
            Exclude = exclude ?? TargetPattern.Nothing,
            ExcludeError = excludeError,
            Layers = reach.Layers.Where(IsClaimed).ToImmutableArray(),
        };
    }

    // The member itself, or the linear layers of the container that it is.
    private static bool IsHeldBy(ParsedLayer layer, ISymbol member) =>
        layer.OwnerTemplate.Length == 0
        && SymbolEqualityComparer.Default.Equals(layer.Member.Symbol, member)
        && (!layer.IsElement || layer.IsLinear);

    private static bool IsInside(string template, string? module) =>
        template == module || template.StartsWith($"{module}.", StringComparison.Ordinal);

    private static string? HeldTemplate(ModelSource source, ISymbol member) =>
        source.Module(member.ContainingType).Members.FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.Symbol, member))?.RegisteredName;
}
