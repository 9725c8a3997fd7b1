using Declarative.Generators.Parsing;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Attributes;

/// <summary>One adapter attribute as a rule sees it: what the generator reads in it, and the syntax to report on.</summary>
/// <param name="host">The annotated class.</param>
/// <param name="plan">The attribute.</param>
/// <param name="syntax">The attribute as written.</param>
/// <param name="types">The types of the library and of TorchSharp.</param>
/// <param name="cancellationToken">Stops the analysis.</param>
internal sealed class AttributeContext(
    ParsedHost host, ParsedPlan plan, AttributeSyntax syntax, KnownTypes types, CancellationToken cancellationToken)
{
    public ParsedHost Host { get; } = host;

    public ParsedPlan Plan { get; } = plan;

    public AttributeSyntax Syntax { get; } = syntax;

    public KnownTypes Types { get; } = types;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>What is written for a property, or null where it is left at its default.</summary>
    public AttributeValue? Find(string property)
    {
        foreach (var pair in Plan.Attribute.NamedArguments)
        {
            if (pair.Key == property && pair.Value.Kind == TypedConstantKind.Primitive)
            {
                var argument = Syntax.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == property);
                return argument is null ? null : new AttributeValue(pair.Value.Value, argument.Expression);
            }
        }
        return null;
    }

    /// <summary>Where an alternative of Targets is written; the attribute's name where Targets are left at their default.</summary>
    public Location LocationOf(TargetAlternative alternative) =>
        Find("Targets")?.LocationOf(alternative.Start, alternative.Text.Length) ?? Syntax.Name.GetLocation();

    /// <summary>Where a property is written; the attribute's name where it is left at its default.</summary>
    public Location LocationOf(string property) => Find(property)?.Location ?? Syntax.Name.GetLocation();
}
