using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Emission;

/// <summary>Writes the annotated class's own part: the ways to its adapters, and the plans to attach.</summary>
internal static class ClassEmitter
{
    public static void Emit(SourceProductionContext context, ClassModel model) =>
        SourceFile.Add(context, model.Host, null, writer => Write(writer, model), " : global::Declarative.IAdapterHost");

    private static void Write(SourceWriter writer, ClassModel model)
    {
        if (model.OwnContainer is { } container)
        {
            writer.Line($"""
                /// <summary>The adapters of this module's layers; <see langword="null"/> while none are attached.</summary>
                {SourceFile.GeneratedCode}
                public {container}? Adapters => global::Declarative.AdapterContainer.Of<{container}>(this);

                """);
        }
        foreach (var access in model.Accesses)
        {
            writer.Line($"""
                /// <summary>The adapters of the layers of <paramref name="module"/>; <see langword="null"/> while none are attached.</summary>
                /// <param name="module">A module inside a <see cref="{Literals.Cref(model.Host.NameWithParameters)}"/>.</param>
                {SourceFile.GeneratedCode}
                {access.Accessibility} static {access.Container}? {access.Method}({access.OwnerType} module) =>
                    global::Declarative.AdapterContainer.Of<{access.Container}>(module);

                """);
        }
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Open(
            "global::System.Collections.Generic.IReadOnlyList<global::Declarative.AdapterPlan> global::Declarative.IAdapterHost.GetAdapterPlans() =>",
            "[",
            "];"))
        {
            foreach (var plan in model.Plans)
                WritePlan(writer, plan);
        }
    }

    private static void WritePlan(SourceWriter writer, PlanModel plan)
    {
        var emitter = AdapterMethod.Of(plan.Spec).Emitter;
        var targets = plan.Targets is null ? "targets: null" : Literals.Of(plan.Targets);
        var start = $"new({Literals.Of(plan.Name)}, {emitter.Options(plan.Spec)}, {targets}, exclude: {Literals.Of(plan.Exclude)},";
        if (plan.Layers.Count == 0)
        {
            writer.Line($"{start} []),");
            return;
        }
        using (writer.Open(start, "[", "]),"))
        {
            foreach (var layer in plan.Layers)
            {
                writer.Line(layer.Container is null ? $"new({Literals.Of(layer.Template)})," : $"""
                    new({Literals.Of(layer.Template)}, owner: {Literals.Of(layer.Owner)}, static () => new {layer.Container}(),
                        static (layer, options) => {emitter.Create(layer.Adapter)}),
                    """);
            }
        }
    }
}
