using System.Collections.Immutable;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Generators.Parsing;

/// <summary>The sizes and modules that a constructor's parameters stand for, where the calls that make the module are known.</summary>
internal sealed class Bindings
{
    private readonly Dictionary<ISymbol, Size> sizes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ImmutableArray<Argument>> modules = new(SymbolEqualityComparer.Default);

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
        var constructors = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { constructor };
        while (Initializer(source, constructor) is { } next && constructors.Add(next.TargetMethod))
        {
            bindings.Add(source, next.Arguments, bindings, numbersOnly);
            constructor = next.TargetMethod;
        }
        return bindings;
    }

    /// <summary>What several calls have in common: any of the modules that they pass, no size.</summary>
    public static Bindings Common(IEnumerable<Bindings> calls)
    {
        var common = new Bindings();
        foreach (var passed in calls.SelectMany(static c => c.modules))
            common.modules[passed.Key] = common.modules.TryGetValue(passed.Key, out var others) ? others.AddRange(passed.Value) : passed.Value;
        return common;
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
            if (argument is not { Parameter: { } parameter, ArgumentKind: ArgumentKind.Explicit, Value.Syntax: ExpressionSyntax written })
                continue;
            if (source.Torch.IsModule(parameter.Type))
                modules[parameter.OriginalDefinition] = [new Argument(written, outer)];
            else if (source.Sizes.Parse(written, outer) is var size && (size.Value is not null || !numbersOnly))
                sizes[parameter.OriginalDefinition] = size;
        }
    }

    public Size? Find(ISymbol? parameter) =>
        parameter is not null && sizes.TryGetValue(parameter.OriginalDefinition, out var size) ? size : null;

    /// <summary>The modules that a parameter stands for; none where no call is known.</summary>
    public ImmutableArray<BoundValue> Modules(ModelSource source, IParameterSymbol parameter) =>
        modules.TryGetValue(parameter.OriginalDefinition, out var arguments)
            ? arguments.SelectMany(a => BoundValue.Of(source, ValueParser.Parse(source, a.Written), a.Outer)).ToImmutableArray()
            : [];

    private readonly record struct Argument(ExpressionSyntax Written, Bindings Outer);
}
