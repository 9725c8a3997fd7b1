using System.Collections.Immutable;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>The rules of the adapter methods.</summary>
internal static class AllMethods
{
    public static ImmutableArray<MethodRules> All { get; } =
    [
        new LoraRules(),
        new DoraRules(),
        new QLoraRules(),
        new QDoraRules(),
        new VeraRules(),
        new AdaLoraRules(),
        new DeltaLoraRules(),
        new Ia3Rules(),
        new LohaRules(),
        new LokrRules(),
        new OftRules(),
        new BitFitRules(),
        new NormTuningRules(),
    ];

    /// <summary>The rules of the method whose values these are.</summary>
    public static MethodRules Of(MethodSpec spec) => All.First(m => m.Method == spec.Method);
}
