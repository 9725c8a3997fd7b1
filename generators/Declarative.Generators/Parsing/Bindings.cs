using System.Collections.Immutable;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Generators.Parsing;

/// <summary>The sizes that a constructor's parameters stand for, where the one call that makes the module is known.</summary>
internal sealed class Bindings
{
    private readonly Dictionary<ISymbol, Size> sizes = new(SymbolEqualityComparer.Default);

    private Bindings()
    {
    }

    /// <summary>No call is known.</summary>
    public static Bindings None { get; } = new();

    /// <summary>The arguments of <paramref name="creation"/>, which may itself stand in a constructor with bindings.</summary>
    /// <param name="source">The compilation's models.</param>
    /// <param name="creation">A <c>new</c>, or a call of a method.</param>
    /// <param name="outer">What the parameters around it stand for.</param>
    /// <param name="numbersOnly">Whether an argument that is no number leaves its parameter as written.</param>
    public static Bindings Of(ModelSource source, ExpressionSyntax creation, Bindings outer, bool numbersOnly)
    {
        var bindings = new Bindings();
        var operation = source.SemanticModelOf(creation).GetOperation(creation);
        if (operation is IInvocationOperation call)
            bindings.Add(source, call.Arguments, outer, numbersOnly);
        if (operation is not IObjectCreationOperation { Constructor: { } constructor } made)
            return bindings;
        bindings.Add(source, made.Arguments, outer, numbersOnly);
        while (Initializer(source, constructor) is { } next)
        {
            bindings.Add(source, next.Arguments, bindings, numbersOnly);
            constructor = next.TargetMethod;
        }
        return bindings;
    }

    // : this(…), : base(…), or the arguments of a primary constructor's base class.
    private static IInvocationOperation? Initializer(ModelSource source, IMethodSymbol constructor)
    {
        SyntaxNode? initializer = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ConstructorDeclarationSyntax declaration => declaration.Initializer,
            TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
            _ => null,
        };
        return initializer is null ? null : source.SemanticModelOf(initializer).GetOperation(initializer) as IInvocationOperation;
    }

    private void Add(ModelSource source, ImmutableArray<IArgumentOperation> arguments, Bindings outer, bool numbersOnly)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter
                && argument.ArgumentKind == ArgumentKind.Explicit
                && argument.Value.Syntax is ExpressionSyntax written
                && source.Sizes.Parse(written, outer) is var size
                && (size.Value is not null || !numbersOnly))
            {
                sizes[parameter.OriginalDefinition] = size;
            }
        }
    }

    public Size? Find(ISymbol? parameter) =>
        parameter is not null && sizes.TryGetValue(parameter.OriginalDefinition, out var size) ? size : null;
}
