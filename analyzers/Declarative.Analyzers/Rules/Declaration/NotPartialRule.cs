using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Rules.Declaration;

/// <summary>DCL0001: the class that gets generated members, and every class around it, must be partial.</summary>
internal sealed class NotPartialRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.NotPartial;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (!context.Host.IsModule)
            return;
        foreach (var type in context.Host.NotPartial)
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax declaration)
                {
                    report(Diagnostic.Create(
                        Descriptor, declaration.Identifier.GetLocation(), type.Name, context.Plan.Spec.Method, context.Host.Type.Name));
                }
            }
        }
    }
}
