using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>A call, a creation or a constructor's initialiser, with what it passes.</summary>
/// <remarks>The compiler has operations for this, but to make one it binds and maps the whole body around the call.</remarks>
/// <param name="method">The method or constructor.</param>
/// <param name="arguments">What is written for its parameters, those of a parameter array left out.</param>
internal sealed class ParsedCall(IMethodSymbol method, ImmutableArray<ParsedArgument> arguments)
{
    public IMethodSymbol Method { get; } = method;

    public ImmutableArray<ParsedArgument> Arguments { get; } = arguments;

    /// <summary>Reads a call; null where it is none, or means no method.</summary>
    public static ParsedCall? Parse(ModelSource source, SyntaxNode call)
    {
        if (source.SemanticModelOf(call).GetSymbolInfo(call).Symbol is not IMethodSymbol called)
            return null;
        var method = called.ReducedFrom ?? called;
        var arguments = ImmutableArray.CreateBuilder<ParsedArgument>();
        if (called.ReducedFrom is not null && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax receiver })
            arguments.Add(new(method.Parameters[0], ValueParser.Unwrap(receiver.Expression)));
        var position = called.ReducedFrom is null ? 0 : 1;
        foreach (var argument in ArgumentsOf(call)?.Arguments ?? default)
        {
            if (ParameterOf(argument, position++, method) is { IsParams: false } parameter)
                arguments.Add(new(parameter, ValueParser.Unwrap(argument.Expression)));
        }
        return new ParsedCall(method, arguments.ToImmutable());
    }

    /// <summary>What is written for a parameter; null where it is left at its default, or there is no such parameter.</summary>
    public ExpressionSyntax? Written(string parameter) => Arguments.FirstOrDefault(a => a.Parameter.Name == parameter).Written;

    /// <summary>The parameter of that name.</summary>
    public IParameterSymbol? Parameter(string name) => Method.Parameters.FirstOrDefault(p => p.Name == name);

    private static ArgumentListSyntax? ArgumentsOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        ConstructorInitializerSyntax initializer => initializer.ArgumentList,
        PrimaryConstructorBaseTypeSyntax initializer => initializer.ArgumentList,
        _ => null,
    };

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, int position, IMethodSymbol method) =>
        argument.NameColon is { Name.Identifier.ValueText: var name } ? method.Parameters.FirstOrDefault(p => p.Name == name)
        : position < method.Parameters.Length ? method.Parameters[position]
        : null;
}

/// <summary>What a call passes for one parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Written">The expression, without parentheses around it.</param>
internal readonly record struct ParsedArgument(IParameterSymbol Parameter, ExpressionSyntax Written);
