using System.Collections.Concurrent;
using Declarative.Analyzers.Reach;
using Declarative.Generators.Interception;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Attributes;

/// <summary>
/// Counts the calls that the generator intercepts. A call on a name that nothing in the class hides is a call on the member
/// of that name. The others are bound, but only where some class hands a target on, so that they can be calls of one. Each
/// class is read once.
/// </summary>
internal sealed class CallCounter(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Calls> read = new(SymbolEqualityComparer.Default);

    /// <summary>How many calls in the classes that an annotated class reaches are intercepted for it.</summary>
    public int Count(ParsedHost host, Reach.TargetIndex index, CancellationToken cancellationToken)
    {
        var targets = new HashSet<ISymbol>(
            host.ModulePlans.SelectMany(static p => p.Layers).Select(static l => l.Member.Symbol.OriginalDefinition), SymbolEqualityComparer.Default);
        var classes = host.Reach.Classes.Select(static c => c.OriginalDefinition).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToList();
        var calls = classes.Select(c => read.GetOrAdd(c, type => Read(type, cancellationToken))).ToList();
        return calls.Sum(c => c.Members.Count(targets.Contains))
            + (classes.TrueForAll(c => index.HasPlainUses(c)) ? 0 : calls.Sum(c => c.Others.Value.Count(call => index.Of(host).IsTarget(call, inReach: true))));
    }

    private Calls Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var source = ModelSource.Of(compilation)!;
        var (members, others) = (new List<ISymbol>(), new List<InvocationExpressionSyntax>());
        foreach (var part in source.PartsOf(type))
        {
            var hidden = new Lazy<HashSet<string>>(() => Declared(part));
            foreach (var call in CallParser.CallsAmong(part))
            {
                if (PlainMember(call, type, hidden) is { } member)
                    members.Add(member.OriginalDefinition);
                else
                    others.Add(call);
            }
        }
        return new Calls(
            members,
            new(() => others.Select(call => CallParser.ParseCall(call, source.SemanticModelOf(call), source.Torch, cancellationToken)).OfType<CallSite>().ToList()));
    }

    private static ISymbol? PlainMember(InvocationExpressionSyntax call, INamedTypeSymbol type, Lazy<HashSet<string>> hidden)
    {
        var name = (call.Expression as MemberAccessExpressionSyntax)?.Expression switch
        {
            IdentifierNameSyntax identifier => identifier,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax identifier } => identifier,
            _ => null,
        };
        return name is not null && Mentions.Of(name) == Mention.Called && !hidden.Value.Contains(name.Identifier.ValueText)
            && MemberNames.Find(type, name.Identifier.ValueText) is (IFieldSymbol or IPropertySymbol) and var member
            ? member
            : null;
    }

    // The names of locals and parameters anywhere in the class.
    private static HashSet<string> Declared(IEnumerable<SyntaxNode> part) => new(
        part.Select(static node => node switch
        {
            VariableDeclaratorSyntax { Parent.Parent: not BaseFieldDeclarationSyntax } local => local.Identifier.ValueText,
            SingleVariableDesignationSyntax local => local.Identifier.ValueText,
            ForEachStatementSyntax loop => loop.Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            _ => null,
        }).OfType<string>(),
        StringComparer.Ordinal);

    /// <param name="Members">The members that are called by name, once for each call.</param>
    /// <param name="Others">The other calls that an interceptor could stand in for.</param>
    private sealed record Calls(List<ISymbol> Members, Lazy<List<CallSite>> Others);
}
