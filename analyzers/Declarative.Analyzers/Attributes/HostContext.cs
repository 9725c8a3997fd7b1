using System.Collections.Immutable;
using Declarative.Generators.Parsing;

namespace Declarative.Analyzers.Attributes;

/// <summary>An annotated class as a rule sees it: what the generator reads in it, and its attributes.</summary>
/// <param name="host">The class.</param>
/// <param name="attributes">Its adapter attributes as written, the class's first, then its members'.</param>
/// <param name="hosts">The annotated classes of the compilation.</param>
/// <param name="types">The types of the library and of TorchSharp.</param>
/// <param name="cancellationToken">Stops the analysis.</param>
internal sealed class HostContext(
    ParsedHost host, ImmutableArray<AttributeContext> attributes, Hosts hosts, KnownTypes types, CancellationToken cancellationToken)
{
    public ParsedHost Host { get; } = host;

    public ImmutableArray<AttributeContext> Attributes { get; } = attributes;

    public Hosts Hosts { get; } = hosts;

    public KnownTypes Types { get; } = types;

    public CancellationToken CancellationToken { get; } = cancellationToken;
}
