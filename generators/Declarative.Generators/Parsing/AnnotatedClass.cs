using Declarative.Generators.Interception;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>What the pipeline keeps of an annotated class.</summary>
/// <param name="Model">What is generated into it.</param>
/// <param name="Targets">Which calls concern it.</param>
internal sealed record AnnotatedClass(HostModel Model, TargetIndex Targets);

internal static class AnnotatedClassProvider
{
    /// <summary>Every annotated class of the compilation, once each, whichever methods' attributes it has.</summary>
    public static IncrementalValuesProvider<AnnotatedClass> AnnotatedClasses(this SyntaxValueProvider syntax) =>
        AdapterMethod.All.Select(method => syntax.AnnotatedClasses(method).Collect())
            .Aggregate(static (left, right) => left.Combine(right).Select(static (both, _) => both.Left.AddRange(both.Right)))
            .SelectMany(static (all, _) => all);

    private static IncrementalValuesProvider<AnnotatedClass> AnnotatedClasses(this SyntaxValueProvider syntax, AdapterMethod method) =>
        syntax.ForAttributeWithMetadataName(
            method.AttributeName,
            static (_, _) => true,
            (context, cancellation) => Parse(context, method, cancellation)).Where(static c => c is not null)!;

    private static AnnotatedClass? Parse(GeneratorAttributeSyntaxContext context, AdapterMethod method, CancellationToken cancellation)
    {
        var type = context.TargetSymbol as INamedTypeSymbol ?? context.TargetSymbol.ContainingType;
        var compilation = context.SemanticModel.Compilation;
        return HostParser.IsCanonical(type, context.TargetNode, method)
            && HostParser.Parse(type, compilation, cancellation) is { } host
            && HostProjection.Project(host, compilation) is { } model
            ? new AnnotatedClass(model, TargetIndexParser.Parse(host, compilation))
            : null;
    }
}
