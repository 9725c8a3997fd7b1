using System.Collections.Immutable;
using Declarative.Analyzers.Reach;
using Declarative.Analyzers.Rules.Declaration;
using Declarative.Analyzers.Rules.Reach;
using Declarative.Analyzers.Rules.Targets;
using Declarative.Analyzers.Rules.Values;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules;

/// <summary>All rules.</summary>
internal static class AllRules
{
    /// <summary>The rules about one attribute, in the order of their ids.</summary>
    public static ImmutableArray<AttributeRule> Attributes { get; } =
    [
        new NotPartialRule(),
        new NotAModuleRule(),
        new RankTooSmallRule(),
        new RankTooLargeRule(),
        new AlphaNotPositiveRule(),
        new DropoutOutOfRangeRule(),
        new OddRankRule(),
        new MalformedPatternRule(),
        new PatternMatchesNothingRule(),
        new AlternativeMatchesNothingRule(),
        new ForwardInAnotherAssemblyRule(),
    ];

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
    ];

    /// <summary>What the rules report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. Attributes.Select(static r => r.Descriptor), .. Uses.Select(static r => r.Descriptor)];

    /// <summary>The diagnostic of a use, by the one rule that is about its kind.</summary>
    public static Diagnostic Diagnose(TargetUse use)
    {
        var rule = Uses.First(r => r.Kind == use.Kind);
        return Diagnostic.Create(rule.Descriptor, use.Location, rule.Properties(use), rule.Arguments(use));
    }
}
