using System.Collections.Concurrent;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Attributes;

/// <summary>The annotated classes of one compilation, each read once for all rules.</summary>
internal sealed class Hosts(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ParsedHost> read = new(SymbolEqualityComparer.Default);

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

    private static IEnumerable<INamedTypeSymbol> ModuleClasses(INamespaceOrTypeSymbol container, KnownTypes types)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner)
                continue;
            if (inner is INamedTypeSymbol { TypeKind: TypeKind.Class } type && types.Torch.IsModule(type))
                yield return type;
            foreach (var nested in ModuleClasses(inner, types))
                yield return nested;
        }
    }
}
