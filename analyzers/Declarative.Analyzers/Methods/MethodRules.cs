using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Use.Checkpoints;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of one adapter method. A new method is one such class and its entry in <see cref="AllMethods"/>.</summary>
internal abstract class MethodRules
{
    /// <summary>The method's name: <c>Lora</c>.</summary>
    public abstract string Method { get; }

    /// <summary>How a checkpoint of the method is compared with its attributes; null where it is not.</summary>
    public virtual MethodComparison? Comparison => null;

    /// <summary>The rules about the method's own values.</summary>
    public abstract ImmutableArray<AttributeRule> Rules { get; }

    /// <summary>The properties that are written in the attribute and change nothing, each with the reason.</summary>
    public abstract IEnumerable<IgnoredProperty> Ignored(AttributeContext context);

    /// <summary>That the biases of layers are to be trained which have none; null where one may have one.</summary>
    protected static IgnoredProperty? BiasOfNone(AttributeContext context) =>
        !context.Plan.Layers.IsEmpty && context.Plan.Layers.All(static l => l.HasNoBias)
            ? new IgnoredProperty("Bias", "no layer that it adapts has a bias")
            : null;

    /// <summary>Why adapters of two attributes of the method cannot be saved in one checkpoint; null where they can.</summary>
    public abstract string? Conflict(MethodSpec first, MethodSpec second);

    /// <summary>What <c>AdapterSet.Step</c> does for the method beside the optimizer's step, as the end of a sentence; null for nothing.</summary>
    public virtual string? WorkAroundStep(MethodSpec spec) => null;

    /// <summary>The largest rank that the method allows up to a limit; 0 where there is none.</summary>
    public virtual int LargestRank(MethodSpec spec, int limit) => limit;
}

/// <summary>A property of an attribute that changes nothing.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
internal readonly record struct IgnoredProperty(string Property, string Reason);
