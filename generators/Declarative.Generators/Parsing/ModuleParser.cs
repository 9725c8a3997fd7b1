using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>Reads one module class: its members that hold modules, what is assigned to them, how they are registered.</summary>
internal sealed class ModuleParser(ModelSource source)
{
    private readonly Dictionary<string, Findings> findings = [];
    private readonly List<ParsedTie> ties = [];
    private bool registersOthers;

    public ParsedModule Parse(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var members = new List<(ISymbol Symbol, ITypeSymbol Type)>();
        var chain = SourceChain(type);
        foreach (var declaring in chain)
        {
            foreach (var member in MembersOf(declaring))
            {
                if (source.Torch.IsModule(member.Type) && !findings.ContainsKey(member.Symbol.Name))
                {
                    findings.Add(member.Symbol.Name, new Findings(member.Symbol));
                    members.Add(member);
                }
            }
        }
        if (members.Count > 0)
        {
            foreach (var part in chain.SelectMany(t => source.PartsOf(t)))
                Walk(part, cancellation);
        }
        return new ParsedModule(type, members.Select(m => ToMember(m.Symbol, m.Type)).ToImmutableArray(), ties.ToImmutableArray(), registersOthers);
    }

    private List<INamedTypeSymbol> SourceChain(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (var t = type; t is not null && source.HasSource(t); t = t.BaseType)
            chain.Add(t);
        return chain;
    }

    private IEnumerable<(ISymbol Symbol, ITypeSymbol Type)> MembersOf(INamedTypeSymbol type)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (!field.IsStatic && !field.IsConst && (!field.IsImplicitlyDeclared || field.AssociatedSymbol is IPropertySymbol))
                yield return (field.AssociatedSymbol is IPropertySymbol property ? property : field, field.Type);
        }
        foreach (var parameter in CapturedParameters(type))
            yield return (parameter, parameter.Type);
    }

    // A primary constructor's parameter becomes a field when a member other than an initialiser uses it.
    private IEnumerable<IParameterSymbol> CapturedParameters(INamedTypeSymbol type)
    {
        var primary = type.InstanceConstructors.FirstOrDefault(static c =>
            c.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax);
        foreach (var parameter in primary?.Parameters ?? [])
        {
            if (source.Torch.IsModule(parameter.Type)
                && type.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax declaration && Captures(declaration, parameter)))
            {
                yield return parameter;
            }
        }
    }

    private bool Captures(TypeDeclarationSyntax declaration, IParameterSymbol parameter) =>
        declaration.Members
            .SelectMany(static member => member switch
            {
                BaseMethodDeclarationSyntax and not ConstructorDeclarationSyntax => member.DescendantNodes(),
                PropertyDeclarationSyntax property => property.DescendantNodes(n => n != property.Initializer),
                IndexerDeclarationSyntax => member.DescendantNodes(),
                _ => [],
            })
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == parameter.Name
                && source.SemanticModelOf(name).GetSymbolInfo(name).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } });

    private void Walk(ImmutableArray<SyntaxNode> part, CancellationToken cancellation)
    {
        foreach (var node in part)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: { } initializer, Parent.Parent: FieldDeclarationSyntax } field:
                    Assign(field.Identifier.ValueText, initializer.Value);
                    break;
                case PropertyDeclarationSyntax { Initializer: { } initializer } property:
                    Assign(property.Identifier.ValueText, initializer.Value);
                    break;
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment:
                    Assign(assignment.Left, assignment.Right);
                    Tie(assignment);
                    break;
                case InvocationExpressionSyntax invocation:
                    Register(invocation);
                    break;
            }
        }
    }

    private void Assign(ExpressionSyntax left, ExpressionSyntax right)
    {
        if (left is TupleExpressionSyntax targets && right is TupleExpressionSyntax values && targets.Arguments.Count == values.Arguments.Count)
        {
            for (var i = 0; i < targets.Arguments.Count; i++)
                Assign(targets.Arguments[i].Expression, values.Arguments[i].Expression);
        }
        else if (MemberOf(left) is { } member)
        {
            member.Values.Add(right);
        }
    }

    private void Assign(string name, ExpressionSyntax value)
    {
        if (findings.TryGetValue(name, out var member))
            member.Values.Add(value);
    }

    private void Tie(AssignmentExpressionSyntax assignment)
    {
        if (WeightOwner(assignment.Left) is { } left && WeightOwner(assignment.Right) is { } right)
            ties.Add(new ParsedTie(left, right, assignment));
    }

    // The member in member.weight, this.member.weight or inner.member.weight.
    private ISymbol? WeightOwner(ExpressionSyntax expression) =>
        ValueParser.Unwrap(expression) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "weight" } access
        && source.SemanticModelOf(access).GetSymbolInfo(ValueParser.Unwrap(access.Expression)).Symbol is
            (IFieldSymbol or IPropertySymbol or IParameterSymbol) and var member
            ? member
            : null;

    private void Register(InvocationExpressionSyntax invocation)
    {
        var arguments = invocation.ArgumentList.Arguments;
        switch (invocation.Expression)
        {
            case SimpleNameSyntax { Identifier.ValueText: "register_module" or "add_module" } or
                 MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name.Identifier.ValueText: "register_module" or "add_module" }:
                if (arguments.Count == 2)
                    Register(arguments[0].Expression, ValueParser.Unwrap(arguments[1].Expression));
                break;
            case MemberAccessExpressionSyntax access when ElementParser.Appends(access.Name.Identifier.ValueText):
                MemberOf(access.Expression)?.Additions.Add(invocation);
                break;
        }
    }

    private void Register(ExpressionSyntax name, ExpressionSyntax value)
    {
        var member = MemberOf(value is AssignmentExpressionSyntax assignment ? assignment.Left : value);
        if (member is not null && source.SemanticModelOf(name).GetConstantValue(name).Value is string constant)
            member.Name ??= constant;
        else
            registersOthers = true;
    }

    private Findings? MemberOf(ExpressionSyntax expression)
    {
        var name = ValueParser.Unwrap(expression) switch
        {
            IdentifierNameSyntax identifier => identifier,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: IdentifierNameSyntax identifier } => identifier,
            _ => null,
        };
        return name is not null
            && findings.TryGetValue(name.Identifier.ValueText, out var member)
            && SymbolEqualityComparer.Default.Equals(
                source.SemanticModelOf(name).GetSymbolInfo(name).Symbol?.OriginalDefinition, member.Symbol.OriginalDefinition)
            ? member
            : null;
    }

    private ParsedMember ToMember(ISymbol symbol, ITypeSymbol type)
    {
        var found = findings[symbol.Name];
        return new ParsedMember(
            symbol,
            type,
            found.Name ?? RegisteredName(symbol),
            found.Values.SelectMany(v => ValueParser.Parse(source, v)).ToImmutableArray(),
            found.Additions.ToImmutableArray());
    }

    // Registration reflects over fields: [ComponentName], else the field's name, which the compiler makes up for
    // auto-properties and for captured parameters.
    private static string RegisteredName(ISymbol symbol)
    {
        var field = symbol is IPropertySymbol property
            ? property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property))
            : symbol;
        foreach (var attribute in field?.GetAttributes() ?? [])
        {
            if (attribute.AttributeClass?.Name == "ComponentNameAttribute"
                && attribute.NamedArguments.FirstOrDefault(static a => a.Key == "Name").Value.Value is string name)
            {
                return name;
            }
        }
        return symbol switch
        {
            IPropertySymbol => $"<{symbol.Name}>k__BackingField",
            IParameterSymbol => $"<{symbol.Name}>P",
            _ => symbol.Name,
        };
    }

    private sealed class Findings(ISymbol symbol)
    {
        public ISymbol Symbol { get; } = symbol;

        public string? Name { get; set; }

        public List<ExpressionSyntax> Values { get; } = [];

        public List<InvocationExpressionSyntax> Additions { get; } = [];
    }
}
