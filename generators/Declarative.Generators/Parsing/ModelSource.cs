using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>
/// The model classes of one compilation, each read once however many attributes reach it. Lives as long as its
/// compilation and never enters the pipeline.
/// </summary>
internal sealed class ModelSource
{
    private static readonly ConditionalWeakTable<Compilation, ModelSource> Sources = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, ParsedModule> modules = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> semanticModels = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<ImmutableArray<SyntaxNode>>> parts = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;
    private readonly TorchTypes? torch;

    private ModelSource(Compilation compilation)
    {
        this.compilation = compilation;
        torch = TorchTypes.Of(compilation);
        Sizes = new SizeParser(this);
        Layers = new LayerParser(this);
    }

    public TorchTypes Torch => torch ?? throw new InvalidOperationException("The compilation does not reference TorchSharp.");

    public SizeParser Sizes { get; }

    public LayerParser Layers { get; }

    /// <summary>The source of <paramref name="compilation"/>; null where it does not reference TorchSharp.</summary>
    public static ModelSource? Of(Compilation compilation)
    {
        var source = Sources.GetValue(compilation, static c => new ModelSource(c));
        return source.torch is null ? null : source;
    }

    public SemanticModel SemanticModelOf(SyntaxNode node) =>
        semanticModels.GetOrAdd(node.SyntaxTree, tree => LeanSemanticModel.Of(compilation, tree));

    /// <summary>
    /// The nodes of a model class, part by part, without those of the types inside it: walked once for all who read the class.
    /// </summary>
    public ImmutableArray<ImmutableArray<SyntaxNode>> PartsOf(INamedTypeSymbol type) => parts.GetOrAdd(
        type.OriginalDefinition,
        static t => t.DeclaringSyntaxReferences.Where(static r => !IsOwn(r.SyntaxTree))
            .Select(static r => TypeDeclarations.NodesIn(r.GetSyntax()).ToImmutableArray()).ToImmutableArray());

    /// <summary>Whether the class is declared in this compilation, so that its calls can be intercepted.</summary>
    public bool HasSource(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    public bool IsAccessible(ISymbol symbol, INamedTypeSymbol within) => compilation.IsSymbolAccessibleWithin(symbol, within);

    public INamedTypeSymbol? Type(string metadataName) => compilation.GetTypeByMetadataName(metadataName);

    /// <summary>The layers and inner modules that <paramref name="type"/> and its base classes hold.</summary>
    public ParsedModule Module(INamedTypeSymbol type, CancellationToken cancellation = default) =>
        modules.TryGetValue(type, out var module)
            ? module
            : modules.GetOrAdd(type, new ModuleParser(this).Parse(type, cancellation));

    // What the generator adds to a class is longer than many a class, and the analyzers are to see what the generator saw.
    private static bool IsOwn(SyntaxTree tree) => tree.FilePath.Contains(typeof(AdapterGenerator).FullName);
}
