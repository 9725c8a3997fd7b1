using System.Collections.Immutable;
using Declarative.Analyzers.Reach;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Attributes;

/// <summary>An annotated class as a rule sees it: what the generator reads in it, and its attributes.</summary>
internal sealed class HostContext
{
    private HostContext(
        ParsedHost host, ImmutableArray<AttributeContext> attributes, Hosts hosts, TargetIndex index, KnownTypes types, CancellationToken cancellationToken)
    {
        Host = host;
        Attributes = attributes;
        Hosts = hosts;
        Index = index;
        Types = types;
        CancellationToken = cancellationToken;
    }

    public ParsedHost Host { get; }

    /// <summary>The adapter attributes as written, the class's first, then its members'.</summary>
    public ImmutableArray<AttributeContext> Attributes { get; }

    /// <summary>The annotated classes of the compilation.</summary>
    public Hosts Hosts { get; }

    /// <summary>The targets of the compilation.</summary>
    public TargetIndex Index { get; }

    /// <summary>The types of the library and of TorchSharp.</summary>
    public KnownTypes Types { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The class with those of its attributes that are written in source.</summary>
    public static HostContext Create(ParsedHost host, Hosts hosts, TargetIndex index, KnownTypes types, CancellationToken cancellationToken)
    {
        var attributes = ImmutableArray.CreateBuilder<AttributeContext>(host.Plans.Length);
        foreach (var plan in host.Plans)
        {
            if (plan.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax)
                attributes.Add(new AttributeContext(host, plan, syntax, hosts, types, cancellationToken));
        }
        return new HostContext(host, attributes.ToImmutable(), hosts, index, types, cancellationToken);
    }
}
