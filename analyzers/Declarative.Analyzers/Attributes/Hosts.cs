using System.Collections.Concurrent;
using Declarative.Analyzers.Reach;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Attributes;

/// <summary>The annotated classes of one compilation, each read once for all rules.</summary>
internal sealed class Hosts(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ParsedHost> read = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ParsedReach> reached = new(SymbolEqualityComparer.Default);
    private readonly CallCounter calls = new(compilation);

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; } = compilation;

    /// <summary>The class as the generator reads it; null where neither it nor a member of it carries an adapter attribute.</summary>
    public ParsedHost? Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (read.TryGetValue(type, out var host))
            return host;
        return HostParser.IsHost(type) && HostParser.Parse(type, Compilation, cancellationToken) is { } parsed
            ? read.GetOrAdd(type, parsed)
            : null;
    }

    /// <summary>What a module class of the compilation reaches, annotated or not.</summary>
    public ParsedReach Reach(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Find(type, cancellationToken)?.Reach
        ?? reached.GetOrAdd(type, t => new ReachParser(ModelSource.Of(Compilation)!, cancellationToken).Parse(t));

    /// <summary>A module class of the compilation as its source shows it.</summary>
    public ParsedModule Module(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        ModelSource.Of(Compilation)!.Module(type, cancellationToken);

    /// <summary>Whether the class may hold layers beside those that its source shows.</summary>
    public bool MayHoldUnseen(ParsedHost host, CancellationToken cancellationToken) =>
        host.Reach.Layers.Any(static l => l.Kind == LayerKind.Dynamic)
        || host.Reach.Classes.Any(c => Module(c, cancellationToken).RegistersOthers);

    /// <summary>How many calls in the classes that an annotated class reaches are intercepted for it.</summary>
    public int CountCalls(ParsedHost host, TargetIndex index, CancellationToken cancellationToken) => calls.Count(host, index, cancellationToken);

    /// <summary>All of them, by one walk over the module classes of the compilation.</summary>
    public IEnumerable<ParsedHost> All(KnownTypes types, CancellationToken cancellationToken)
    {
        foreach (var type in ModuleClasses(Compilation.Assembly.GlobalNamespace, types))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Find(type, cancellationToken) is { } host)
                yield return host;
        }
    }

    /// <summary>Whether a class of the compilation derives from <paramref name="type"/>, directly or through others.</summary>
    public bool HasDerived(INamedTypeSymbol type, KnownTypes types) => Derived(type, types).Any();

    /// <summary>The classes of the compilation that derive from <paramref name="type"/>, directly or through others.</summary>
    public IEnumerable<INamedTypeSymbol> Derived(INamedTypeSymbol type, KnownTypes types) =>
        ModuleClasses(Compilation.Assembly.GlobalNamespace, types).Where(t => DerivesFrom(t, type));

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, ancestor.OriginalDefinition))
                return true;
        }
        return false;
    }

    // The adapters and containers that the generator wrote, which carry no attributes.
    private static bool IsGenerated(INamespaceOrTypeSymbol symbol) =>
        symbol is INamedTypeSymbol type && type.DeclaringSyntaxReferences.All(static r => SourceNames.IsGenerated(r.SyntaxTree));

    private static IEnumerable<INamedTypeSymbol> ModuleClasses(INamespaceOrTypeSymbol container, KnownTypes types)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner || IsGenerated(inner))
                continue;
            if (inner is INamedTypeSymbol { TypeKind: TypeKind.Class } type && types.Torch.IsModule(type))
                yield return type;
            foreach (var nested in ModuleClasses(inner, types))
                yield return nested;
        }
    }
}
