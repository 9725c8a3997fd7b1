using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0207: says which layers like those that Targets name get no adapter.</summary>
internal sealed class LayersLeftOutRule : HostRule
{
    /// <summary>The property of a diagnostic under which a code fix finds the names, split by bars.</summary>
    public const string Names = nameof(Names);

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.LayersLeftOut;

    public override void Check(HostContext context, Action<Diagnostic> report)
    {
        var attribute = context.Attributes.FirstOrDefault(static a => a.Plan.Spec.HasModules && a.Plan.Targets is not null && a.Find("Targets") is not null);
        if (attribute is null)
            return;
        var covered = context.Host.ModulePlans.SelectMany(static p => p.Layers).Select(Family).ToImmutableHashSet();
        var left = context.Host.Reach.Layers.Where(l => covered.Contains(Family(l)) && IsLeftOut(context, l)).ToList();
        if (left.Count == 0)
            return;
        var names = left.Select(static l => LayerNames.Short(l.Template)).Distinct().ToList();
        report(Diagnostic.Create(
            Descriptor,
            attribute.LocationOf("Targets"),
            ImmutableDictionary<string, string?>.Empty.Add(Names, string.Join("|", names)),
            LayerNames.Shorten(names.Select(static n => $"'{n}'").ToList()),
Verb(names.Count, string.Join(" and ", left.Select(Kind).Distinct())),
            context.Host.Type.Name));
    }

    // Not the output head, not what is left out on purpose, not what a class inside has its own attribute for.
    private static bool IsLeftOut(HostContext context, ParsedLayer layer) =>
        layer.Kind is not (LayerKind.Other or LayerKind.Dynamic)
        && !TargetPattern.IsOutputHead(layer.Template)
        && !context.Host.ModulePlans.Any(p => p.Layers.Contains(layer) || p.Exclude.CouldMatch(layer.Template, layer.IsLinear))
        && context.Hosts.Find(layer.Owner.OriginalDefinition, context.CancellationToken) is var owner
        && (owner is null || owner == context.Host);

    private static string Verb(int layers, string kinds) =>
        layers > 1 ? $"are {kinds} layers" : $"is {(kinds[0] is 'E' ? "an" : "a")} {kinds} layer";

    private static LayerKind Family(ParsedLayer layer) => layer.IsLinear ? LayerKind.Linear : layer.Kind;

    private static string Kind(ParsedLayer layer) => layer.IsLinear ? "linear" : layer.Kind.ToString();
}
