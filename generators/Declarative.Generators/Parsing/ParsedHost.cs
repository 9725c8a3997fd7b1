using System.Collections.Immutable;
using Declarative.Generators.Model;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>
/// An annotated class with its attributes and everything it reaches, in symbols: what the analyzers look at, and what
/// the projection turns into the model that code is generated from.
/// </summary>
internal sealed class ParsedHost
{
    public required INamedTypeSymbol Type { get; init; }

    /// <summary>Whether the class is a <c>torch.nn.Module</c>.</summary>
    public required bool IsModule { get; init; }

    /// <summary>The class and its containing types, outermost first, that would have to be <c>partial</c> and are not.</summary>
    public required ImmutableArray<INamedTypeSymbol> NotPartial { get; init; }

    /// <summary>One per attribute: the class's first, then its members'.</summary>
    public required ImmutableArray<ParsedPlan> Plans { get; init; }

    /// <summary>Those of <see cref="Plans"/> that add modules.</summary>
    public IEnumerable<ParsedPlan> ModulePlans => Plans.Where(static p => p.Spec.HasModules);

    public required ParsedReach Reach { get; init; }

    /// <summary>Whether code can be generated into the class.</summary>
    public bool IsExtensible => IsModule && NotPartial.IsEmpty && HostParser.ContainingTypes(Type).All(static t => !t.IsFileLocal);
}

/// <summary>One attribute.</summary>
internal sealed class ParsedPlan
{
    public required AttributeData Attribute { get; init; }

    public required AdapterMethod Method { get; init; }

    public required MethodSpec Spec { get; init; }

    public required string Name { get; init; }

    /// <summary>The annotated field or property; null for an attribute on the class.</summary>
    public required ISymbol? Member { get; init; }

    /// <summary>The path under which <see cref="Member"/> is registered; null where there is none.</summary>
    public required string? MemberTemplate { get; init; }

    /// <summary><c>Targets</c> as written or by default; null for a member's attribute.</summary>
    public required string? TargetsText { get; init; }

    /// <summary>The parsed <see cref="TargetsText"/>; null where it is malformed or not used.</summary>
    public required TargetPattern? Targets { get; init; }

    public required PatternError? TargetsError { get; init; }

    public required string ExcludeText { get; init; }

    /// <summary>The parsed <see cref="ExcludeText"/>; <see cref="TargetPattern.Nothing"/> where it is empty or malformed.</summary>
    public required TargetPattern Exclude { get; init; }

    public required PatternError? ExcludeError { get; init; }

    /// <summary>The layers that get an adapter, or may get one where a path depends on the run.</summary>
    public required ImmutableArray<ParsedLayer> Layers { get; init; }

    /// <summary>Whether every layer of the row surely gets an adapter.</summary>
    public bool IsSure(ParsedLayer layer) =>
        layer.IsCertain
        && (Member is not null || Targets!.MustMatch(layer.Template, layer.IsLinear))
        && !Exclude.CouldMatch(layer.Template, layer.IsLinear);
}
