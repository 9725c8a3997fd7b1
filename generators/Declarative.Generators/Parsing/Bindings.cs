using System.Collections.Immutable;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var around = outer;
        for (var call = ParsedCall.Parse(source, creation); call is not null && seen.Add(call.Method); call = Initializer(source, call.Method))
        {
            bindings.Add(source, call, around, numbersOnly);
            around = bindings;
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

    // : this(…), : base(…), or the arguments of a primary constructor's base class; those of a class that has no source
    // say nothing of any code here.
    private static ParsedCall? Initializer(ModelSource source, IMethodSymbol constructor)
    {
        SyntaxNode? initializer = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ConstructorDeclarationSyntax { Initializer: { } chained } when chained.IsKind(SyntaxKind.ThisConstructorInitializer) => chained,
            ConstructorDeclarationSyntax { Initializer: { } chained } when HasBaseInSource() => chained,
            TypeDeclarationSyntax { BaseList: { } bases } when HasBaseInSource() => bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
            _ => null,
        };
        return initializer is null ? null : ParsedCall.Parse(source, initializer);

        bool HasBaseInSource() => constructor.ContainingType.BaseType is { } type && source.HasSource(type);
    }

    private void Add(ModelSource source, ParsedCall call, Bindings outer, bool numbersOnly)
    {
        foreach (var (parameter, written) in call.Arguments)
        {
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
