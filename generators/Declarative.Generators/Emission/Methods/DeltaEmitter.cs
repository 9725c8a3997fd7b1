using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes adapters with an update ΔW: the library's class with the attribute's numbers, and ΔW in the form that it has here.</summary>
internal abstract class DeltaEmitter : MethodEmitter
{
    /// <summary>The method's name, with which the library's types begin.</summary>
    protected abstract string Name { get; }

    protected sealed override string OptionsType => $"global::Declarative.{Name}Options";

    /// <summary>The settings beside those of every such method.</summary>
    protected virtual IEnumerable<string> FurtherValues(MethodSpec spec) => [];

    /// <summary>The trained tensors with their shapes.</summary>
    protected abstract string Tensors(AdapterModel model, LayerShape shape);

    /// <summary>What is overridden; null for nothing.</summary>
    protected abstract string? Body(AdapterModel model);

    protected sealed override IEnumerable<string> OptionValues(MethodSpec spec)
    {
        var delta = (DeltaSpec)spec;
        yield return $"Rank = {delta.Rank}";
        yield return $"Alpha = {Literals.Of(delta.Alpha)}";
        if (delta.UseEffectiveConv2d)
            yield return "UseEffectiveConv2d = true";
        foreach (var value in FurtherValues(spec))
            yield return value;
    }

    public sealed override void WriteAdapter(SourceWriter writer, AdapterModel model)
    {
        var spec = (DeltaSpec)model.Spec;
        using (Open(writer, model, $"{Name} of rank {spec.Rank} on {Target(model)}.", Name, shape => Tensors(model, shape)))
        {
            writer.Line($"""
                /// <inheritdoc/>
                public override int Rank => {spec.Rank};

                /// <inheritdoc/>
                public override double Alpha => {Literals.Of(spec.Alpha)};

                /// <inheritdoc/>
                public override double Scaling => {Literals.Of(spec.Scaling)};
                """);
            if (Body(model) is { } body)
                writer.Line().Line(body);
        }
    }

    /// <summary>The multiplication by s; empty where s is 1.</summary>
    protected static string Scaled(DeltaSpec spec, string method) => spec.Scaling == 1 ? "" : $".{method}({Literals.Of(spec.Scaling)})";
}
