using System.Collections.Immutable;
using Declarative.Analyzers.Methods;
using Declarative.Analyzers.Reach;
using Declarative.Analyzers.Rules.Declaration;
using Declarative.Analyzers.Rules.Reach;
using Declarative.Analyzers.Rules.Summary;
using Declarative.Analyzers.Rules.Targets;
using Declarative.Analyzers.Rules.Values;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules;

/// <summary>All rules about annotated classes and their layers.</summary>
internal static class AllRules
{
    /// <summary>The rules about one attribute of any method, in the order of their ids.</summary>
    public static ImmutableArray<AttributeRule> Attributes { get; } =
    [
        new NotPartialRule(),
        new NotAModuleRule(),
        new NoLayersRule(),
        new CannotBeAttachedRule(),
        new NotExtensibleRule(),
        new RankTooSmallRule(),
        new RankTooLargeRule(),
        new MoreParametersThanLayerRule(),
        new PropertyIgnoredRule(),
        new UndefinedValueRule(),
        new MalformedPatternRule(),
        new PatternMatchesNothingRule(),
        new AlternativeMatchesNothingRule(),
        new NotAdaptableRule(),
        new TiedWeightRule(),
        new ExcludeTakesAllRule(),
        new ExcludeMatchesNothingRule(),
        new ForwardInAnotherAssemblyRule(),
    ];

    /// <summary>The rules about an annotated class as a whole, in the order of their ids.</summary>
    public static ImmutableArray<HostRule> Hosts { get; } =
        [new OneNameRule(), new ClaimedTwiceRule(), new LayersLeftOutRule(), new SummaryRule()];

    /// <summary>The rules about uses of targets, in the order of their ids.</summary>
    public static ImmutableArray<ReachRule> Uses { get; } =
    [
        new WeightReadRule(),
        new LayerPassedRule(),
        new MethodGroupRule(),
        new LayerExposedRule(),
        new CalledOutsideReachRule(),
        new ReceiverNotNameableRule(),
        new OtherMethodCalledRule(),
        new NeverCalledRule(),
    ];

    /// <summary>What the rules report, those of the methods among them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. Attributes.Select(static r => r.Descriptor),
        .. AllMethods.All.SelectMany(static m => m.Rules).Select(static r => r.Descriptor).Distinct(),
        .. Hosts.Select(static r => r.Descriptor),
        .. Uses.Select(static r => r.Descriptor),
    ];

    /// <summary>The diagnostic of a use, by the one rule that is about its kind.</summary>
    public static Diagnostic Diagnose(TargetUse use)
    {
        var rule = Uses.First(r => r.Kind == use.Kind);
        return Diagnostic.Create(rule.Descriptor, use.Location, rule.Properties(use), rule.Arguments(use));
    }
}
