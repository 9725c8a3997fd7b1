using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Rules.Declaration;

/// <summary>DCL0002: an adapter attribute stands on a module class, or on a member of one.</summary>
internal sealed class NotAModuleRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.NotAModule;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Host.IsModule)
            return;
        var location = context.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation() ?? context.Syntax.GetLocation();
        report(Diagnostic.Create(
            Descriptor, location, LayerOwners.Properties(LayerOwners.FindOne(context)), context.Host.Type.Name, context.Plan.Spec.Method));
    }
}
