using Declarative.Analyzers.Attributes;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Rules.Declaration;

/// <summary>DCL0005: the class that gets generated members can be continued in another file.</summary>
internal sealed class NotExtensibleRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.NotExtensible;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (!context.Host.IsModule || HostParser.ContainingTypes(context.Host.Type).FirstOrDefault(static t => t.IsFileLocal) is not { } local)
            return;
        foreach (var reference in local.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax declaration)
            {
                report(Diagnostic.Create(
                    Descriptor, declaration.Identifier.GetLocation(), local.Name, context.Plan.Spec.Method, context.Host.Type.Name));
            }
        }
    }
}
