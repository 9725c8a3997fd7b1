using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Declaration;

/// <summary>DCL0003: a class with an adapter attribute reaches some layer in source.</summary>
internal sealed class NoLayersRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.NoLayers;

    /// <summary>Whether an attribute on the class has nothing to choose from, whatever its patterns say.</summary>
    public static bool HasNone(AttributeContext context) =>
        context.Host.IsModule
        && context.Plan.Member is null
        && !context.Host.Reach.Layers.Any(l => context.Plan.Spec.MayAdapt(l.Kind, l.Shape))
        && (context.Plan.Spec.HasModules || !HoldsTensors(context))
        && !ForeignLayers.HasAny(context.Host, context.Types);

    // What is trained in place may be a parameter of a module class itself.
    private static bool HoldsTensors(AttributeContext context) => context.Host.Reach.Classes.Any(c =>
        c.GetMembers().OfType<IFieldSymbol>().Any(f => context.Types.IsTensor(f.Type)));

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (!HasNone(context))
            return;
        var owner = LayerOwners.FindOne(context);
        report(Diagnostic.Create(
            Descriptor,
            context.Syntax.Name.GetLocation(),
            LayerOwners.Properties(owner),
            context.Host.Type.Name,
            context.Plan.Spec.Method,
            owner is null ? "" : $"; did you mean it for '{owner.Name}', which does?"));
    }
}
