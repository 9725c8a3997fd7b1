using Declarative.Generators.Parsing;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Attributes;

/// <summary>One adapter attribute as a rule sees it: what the generator reads in it, and the syntax to report on.</summary>
/// <param name="host">The annotated class.</param>
/// <param name="plan">The attribute.</param>
/// <param name="syntax">The attribute as written.</param>
/// <param name="hosts">The annotated classes of the compilation.</param>
/// <param name="types">The types of the library and of TorchSharp.</param>
/// <param name="cancellationToken">Stops the analysis.</param>
internal sealed class AttributeContext(
    ParsedHost host, ParsedPlan plan, AttributeSyntax syntax, Hosts hosts, KnownTypes types, CancellationToken cancellationToken)
{
    public ParsedHost Host { get; } = host;

    public ParsedPlan Plan { get; } = plan;

    public AttributeSyntax Syntax { get; } = syntax;

    public Hosts Hosts { get; } = hosts;

    public KnownTypes Types { get; } = types;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>What is written for a property, or null where it is left at its default.</summary>
    public AttributeValue? Find(string property)
    {
        foreach (var pair in Plan.Attribute.NamedArguments)
        {
            if (pair.Key == property && pair.Value.Kind == TypedConstantKind.Primitive)
                return FindArgument(property) is { } argument ? new AttributeValue(pair.Value.Value, argument.Expression) : null;
        }
        return null;
    }

    /// <summary>The argument that gives a property its value, or null where it is left at its default.</summary>
    public AttributeArgumentSyntax? FindArgument(string property) =>
        Syntax.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == property);

    /// <summary>Where an alternative of Targets is written; the attribute's name where Targets are left at their default.</summary>
    public Location LocationOf(TargetAlternative alternative) => LocationOf("Targets", alternative);

    /// <summary>Where an alternative of a property is written; the attribute's name where it is left at its default.</summary>
    public Location LocationOf(string property, TargetAlternative alternative) =>
        Find(property)?.LocationOf(alternative.Start, alternative.Text.Length) ?? Syntax.Name.GetLocation();

    /// <summary>Where the layer is meant: the first alternative that matches it, or the attribute's name.</summary>
    public Location LocationOfTarget(ParsedLayer layer) =>
        Plan.Targets?.Alternatives.FirstOrDefault(a => a.CouldMatch(layer.Template, layer.IsLinear)) is { } alternative
            ? LocationOf(alternative)
            : Syntax.Name.GetLocation();

    /// <summary>Where a property is written; the attribute's name where it is left at its default.</summary>
    public Location LocationOf(string property) => Find(property)?.Location ?? Syntax.Name.GetLocation();
}
