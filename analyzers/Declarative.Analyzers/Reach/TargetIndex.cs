using System.Collections.Concurrent;
using Declarative.Analyzers.Attributes;
using Declarative.Generators.Interception;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>
/// Which members hold targets and in which classes calls are intercepted, for all adapter attributes of a compilation.
/// Made once per compilation.
/// </summary>
internal sealed class TargetIndex
{
    private readonly Dictionary<ISymbol, TargetMember> members = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> classes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> targetNames = new(StringComparer.Ordinal);
    private readonly List<ParsedHost> hosts = [];
    private readonly ConcurrentDictionary<ParsedHost, Generators.Interception.TargetIndex> parts = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> plain = new(SymbolEqualityComparer.Default);
    private readonly Lazy<Generators.Interception.TargetIndex> all;
    private readonly Lazy<SourceNames> names;
    private bool hasVisibleTargets;

    private TargetIndex(Compilation compilation, KnownTypes types, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Types = types;
        CancellationToken = cancellationToken;
        all = new Lazy<Generators.Interception.TargetIndex>(() => Generators.Interception.TargetIndex.Merge([.. hosts.Select(Of)]));
        names = new Lazy<SourceNames>(() => SourceNames.Of(compilation, cancellationToken));
    }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>Stops the analysis of the compilation.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The types of the library and of TorchSharp.</summary>
    public KnownTypes Types { get; }

    /// <summary>Reads every annotated class of the compilation.</summary>
    public static TargetIndex Create(Hosts hosts, KnownTypes types, CancellationToken cancellationToken)
    {
        var index = new TargetIndex(hosts.Compilation, types, cancellationToken);
        foreach (var host in hosts.All(types, cancellationToken))
        {
            index.hosts.Add(host);
            foreach (var reached in host.Reach.Classes)
                index.AddClass(reached);
            foreach (var plan in host.ModulePlans)
            {
                foreach (var layer in plan.Layers)
                    index.AddTarget(layer, plan.Spec.Method);
            }
        }
        return index;
    }

    /// <summary>What becomes of a call of forward or call in a class.</summary>
    public Interception Intercept(IInvocationOperation call, INamedTypeSymbol within) =>
        Interception.Of(call, all.Value, Types.Torch, IsInReach(within), CancellationToken);

    /// <summary>The targets that a member holds, or null.</summary>
    public TargetMember? Find(ISymbol member) => members.TryGetValue(member.OriginalDefinition, out var target) ? target : null;

    /// <summary>The targets that the member of that name holds, of the class itself or of a base class; null where there are none.</summary>
    public TargetMember? Find(INamedTypeSymbol type, string name) => MemberNames.Find(type, name) is { } member ? Find(member) : null;

    /// <summary>
    /// The targets of one annotated class, as the generator decides by them which calls to intercept. Asked for only where a
    /// call is to be judged by what it is made on: most are judged by the member that they name.
    /// </summary>
    public Generators.Interception.TargetIndex Of(ParsedHost host) => parts.GetOrAdd(host, h => TargetIndexParser.Parse(h, Compilation));

    /// <summary>Whether the class does nothing with targets that its syntax alone does not tell.</summary>
    public bool HasPlainUses(INamedTypeSymbol type) => plain.GetOrAdd(type, t => PlainUses.AreAllOf(t, this));

    /// <summary>Whether some target's member has that name.</summary>
    public bool IsTargetName(string name) => targetNames.Contains(name);

    /// <summary>Whether the calls in the class's source are intercepted.</summary>
    public bool IsInReach(INamedTypeSymbol? type) => type is not null && classes.Contains(type.OriginalDefinition);

    /// <summary>Whether bodies of the class can use a target.</summary>
    public bool Concerns(INamedTypeSymbol type)
    {
        if (hasVisibleTargets)
            return true;
        for (var around = type; around is not null && members.Count > 0; around = around.ContainingType)
        {
            if (IsInReach(around))
                return true;
        }
        return false;
    }

    /// <summary>The targets of a class, all its bodies read, that no code calls as far as names tell.</summary>
    public IEnumerable<TargetUse> NeverCalled(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (members.TryGetValue(member, out var target) && !target.MayBeCalled && !names.Value.MayCall(member))
                yield return new TargetUse(UseKind.Never, target, member.Locations[0], type.Name);
        }
    }

    private void AddClass(INamedTypeSymbol reached)
    {
        for (var type = reached; type is not null && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, reached.ContainingAssembly); type = type.BaseType)
            classes.Add(type.OriginalDefinition);
    }

    private void AddTarget(ParsedLayer layer, string method)
    {
        var symbol = layer.Member.Symbol.OriginalDefinition;
        if (members.TryGetValue(symbol, out var known))
        {
            known.Add(layer);
            return;
        }
        members.Add(symbol, new TargetMember(layer, method, Types));
        targetNames.Add(symbol.Name);
        hasVisibleTargets |= Visibility.LeavesClass(symbol);
    }
}
