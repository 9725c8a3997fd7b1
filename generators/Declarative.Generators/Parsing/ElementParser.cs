using System.Collections.Immutable;
using Declarative.Generators.Model;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>An element of a <c>Sequential</c>, a list or a dictionary.</summary>
/// <param name="Key">Its name as a path segment, or a placeholder.</param>
/// <param name="Values">What it may be; empty where only its declared type is known.</param>
/// <param name="Count">How many such elements there are; null where only a run knows it.</param>
internal readonly record struct ParsedElement(string Key, ImmutableArray<BoundValue> Values, Size? Count);

/// <summary>Reads what a container of modules is filled with: by its creation, by a local list, by calls that append.</summary>
/// <param name="source">The compilation's models.</param>
/// <param name="bindings">What the parameters around the container stand for.</param>
internal sealed class ElementParser(ModelSource source, Bindings bindings)
{
    /// <summary>Whether a method of that name appends elements.</summary>
    public static bool Appends(string method) =>
        method is "append" or "Add" or "add" or "AddRange" or "Insert" or "extend" or "add_module" or "register_module";

    /// <summary>
    /// The elements in order, each key once; one without values stands for any number that the source does not show.
    /// </summary>
    /// <param name="containers">What the container may be.</param>
    /// <param name="additions">Calls that append to it.</param>
    public IReadOnlyList<ParsedElement> Parse(IEnumerable<BoundValue> containers, IReadOnlyList<InvocationExpressionSyntax> additions)
    {
        var branches = containers.Where(static v => !v.Value.IsNull).Select(v => ParseBranch(v, additions)).ToList();
        if (branches.Count == 0)
            branches.Add(ParseBranch(null, additions));
        if (branches.Count == 1)
            return branches[0];
        return branches.SelectMany(static b => b).GroupBy(static e => e.Key)
            .Select(same => new ParsedElement(
                same.Key,
                same.SelectMany(static e => e.Values).ToImmutableArray(),
                same.Count() == branches.Count && same.All(static e => e.Count is { Value: 1 }) ? Size.Of(1) : null))
            .ToList();
    }

    private List<ParsedElement> ParseBranch(BoundValue? container, IReadOnlyList<InvocationExpressionSyntax> additions)
    {
        var elements = new List<Element>();
        if (container is { } bound)
        {
            var inner = new ElementParser(source, bound.Bindings);
            if (bound.Value.IsCreation)
                inner.AddCreation(bound.Value.Syntax, bound.Value.Type, elements);
            else
                elements.Add(Unknown);
            foreach (var addition in bound.Value.Additions)
                inner.AddCall(addition, elements);
        }
        foreach (var addition in additions)
            AddCall(addition, elements);
        if (container is null && elements.Count == 0)
            elements.Add(Unknown);
        return Number(elements);
    }

    private static Element Unknown => new(null, null, null, Bindings.None);

    // Elements without a name are registered under their index, as long as everything before them is counted.
    private List<ParsedElement> Number(List<Element> elements)
    {
        var index = 0;
        var numbered = new List<ParsedElement>(elements.Count);
        foreach (var element in elements)
        {
            var isSingle = element is { Value: not null, Count.Value: 1 } && index >= 0;
            var key = element.Key
                ?? (element.Value is null ? TargetPattern.AnyElement
                : isSingle ? index.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : TargetPattern.AnyIndex);
            numbered.Add(new ParsedElement(key, Values(element), element.Count));
            index = isSingle ? index + 1 : -1;
        }
        return numbered;
    }

    private ImmutableArray<BoundValue> Values(Element element) => element.Value is null
        ? []
        : BoundValue.Of(source, ValueParser.Parse(source, element.Value), element.Bindings);

    private void AddCreation(ExpressionSyntax creation, ITypeSymbol? type, List<Element> elements)
    {
        switch (creation)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "append" } access } call:
                AddCreation(ValueParser.Unwrap(access.Expression), type, elements);
                AddCall(call, elements);
                return;
            case InvocationExpressionSyntax call:
                AddArguments(call.ArgumentList, Size.Of(1), elements);
                return;
            case BaseObjectCreationExpressionSyntax made:
                if (made.ArgumentList is { } list && type is not null && source.Torch.IsTorch(type))
                    AddArguments(list, Size.Of(1), elements);
                else if (type is INamedTypeSymbol named)
                    new ElementParser(source, Bindings.Of(source, made, bindings, numbersOnly: true)).AddBaseArguments(named, elements);
                foreach (var initializer in made.Initializer?.Expressions ?? [])
                    AddInitializer(initializer, elements);
                return;
            default:
                elements.Add(Unknown);
                return;
        }
    }

    // class Mlp(int n) : Sequential(("fc1", Linear(n, n))): the arguments of the base class's constructor.
    private void AddBaseArguments(INamedTypeSymbol type, List<Element> elements)
    {
        foreach (var declaration in type.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).OfType<ClassDeclarationSyntax>())
        {
            if (declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } primary)
                AddArguments(primary.ArgumentList, Size.Of(1), elements);
            if (declaration.Members.OfType<ConstructorDeclarationSyntax>().FirstOrDefault(static c => c.Initializer is not null) is { } constructor)
                AddArguments(constructor.Initializer!.ArgumentList, Size.Of(1), elements);
        }
    }

    private void AddInitializer(ExpressionSyntax initializer, List<Element> elements)
    {
        switch (initializer)
        {
            case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } keys } } assignment:
                elements.Add(new Element(ConstantKey(keys[0].Expression) ?? TargetPattern.AnyElement, assignment.Right, Size.Of(1), bindings));
                break;
            case InitializerExpressionSyntax { Expressions: { Count: 2 } pair }:
                elements.Add(new Element(ConstantKey(pair[0]) ?? TargetPattern.AnyElement, pair[1], Size.Of(1), bindings));
                break;
            default:
                AddValue(initializer, Size.Of(1), elements);
                break;
        }
    }

    private void AddCall(InvocationExpressionSyntax call, List<Element> elements)
    {
        var arguments = call.ArgumentList.Arguments;
        var count = Repetitions(call);
        var method = ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText;
        if (arguments.Count == 2 && method is not "Insert" && IsString(arguments[0].Expression))
            elements.Add(new Element(ConstantKey(arguments[0].Expression) ?? TargetPattern.AnyElement, arguments[1].Expression, count, bindings));
        else if (arguments.Count == 2 && method is "Insert")
            elements.Add(new Element(TargetPattern.AnyIndex, arguments[1].Expression, count, bindings));
        else
            AddArguments(call.ArgumentList, count, elements);
    }

    private void AddArguments(ArgumentListSyntax list, Size? count, List<Element> elements)
    {
        foreach (var argument in list.Arguments)
            AddValue(argument.Expression, count, elements);
    }

    private void AddValue(ExpressionSyntax expression, Size? count, List<Element> elements)
    {
        expression = ValueParser.Unwrap(expression);
        if (expression is TupleExpressionSyntax { Arguments: { Count: 2 } pair })
        {
            elements.Add(new Element(ConstantKey(pair[0].Expression) ?? TargetPattern.AnyElement, pair[1].Expression, count, bindings));
            return;
        }
        // A switch over several classes has no type of its own, only that of the parameter it is passed as.
        var info = source.SemanticModelOf(expression).GetTypeInfo(expression);
        var type = info.Type ?? info.ConvertedType;
        if (type is not null && source.Torch.IsModule(type))
            elements.Add(new Element(null, expression, count, bindings));
        else if (type is not { SpecialType: SpecialType.System_String })
            AddMany(expression, count, elements);
    }

    // An array, a collection expression, a local list that was filled before, Enumerable.Range(0, n).Select(_ => ...).
    private void AddMany(ExpressionSyntax expression, Size? count, List<Element> elements)
    {
        switch (ValueParser.Unwrap(expression))
        {
            case ArrayCreationExpressionSyntax { Initializer: { } items }:
                foreach (var item in items.Expressions)
                    AddValue(item, count, elements);
                break;
            case ImplicitArrayCreationExpressionSyntax array:
                foreach (var item in array.Initializer.Expressions)
                    AddValue(item, count, elements);
                break;
            case CollectionExpressionSyntax collection:
                foreach (var item in collection.Elements)
                {
                    if (item is ExpressionElementSyntax element)
                        AddValue(element.Expression, count, elements);
                    else if (item is SpreadElementSyntax spread)
                        AddMany(spread.Expression, count, elements);
                }
                break;
            case BaseObjectCreationExpressionSyntax list:
                foreach (var item in list.Initializer?.Expressions ?? [])
                    AddInitializer(item, elements);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ToList" or "AsEnumerable" } access }:
                AddMany(access.Expression, count, elements);
                break;
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } select,
                ArgumentList.Arguments: { Count: 1 } lambda,
            } when lambda[0].Expression is LambdaExpressionSyntax { ExpressionBody: { } body }:
                AddValue(body, Multiply(count, RangeLength(select.Expression)), elements);
                break;
            case IdentifierNameSyntax name when source.SemanticModelOf(name).GetSymbolInfo(name).Symbol is ILocalSymbol local:
                AddLocal(local, count, elements);
                break;
            default:
                elements.Add(Unknown);
                break;
        }
    }

    private void AddLocal(ILocalSymbol local, Size? count, List<Element> elements)
    {
        if (ValueParser.InitialValue(local) is not { } initial)
        {
            elements.Add(Unknown);
            return;
        }
        AddMany(initial, count, elements);
        foreach (var call in ValueParser.AdditionsTo(source, local))
            AddCall(call, elements);
    }

    // How often a statement runs: the product of the counted loops around it.
    private Size? Repetitions(SyntaxNode node)
    {
        Size? count = Size.Of(1);
        for (var parent = node.Parent; parent is not null and not MemberDeclarationSyntax; parent = parent.Parent)
        {
            count = parent switch
            {
                ForStatementSyntax loop => Multiply(count, LoopLength(loop)),
                ForEachStatementSyntax loop => Multiply(count, RangeLength(loop.Expression)),
                WhileStatementSyntax or DoStatementSyntax or IfStatementSyntax or SwitchSectionSyntax or LambdaExpressionSyntax => null,
                _ => count,
            };
        }
        return count;
    }

    private Size? LoopLength(ForStatementSyntax loop) =>
        loop is
        {
            Declaration.Variables: { Count: 1 } variables,
            Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax left, Right: var limit },
            Incrementors: { Count: 1 } steps,
        }
        && steps[0].Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PreIncrementExpression
        && variables[0].Identifier.ValueText == left.Identifier.ValueText
        && variables[0].Initializer?.Value is LiteralExpressionSyntax { Token.Value: 0 }
            ? source.Sizes.Parse(limit, bindings)
            : null;

    private Size? RangeLength(ExpressionSyntax expression) =>
        ValueParser.Unwrap(expression) is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Range" },
            ArgumentList.Arguments: { Count: 2 } arguments,
        }
            ? source.Sizes.Parse(arguments[1].Expression, bindings)
            : null;

    private static Size? Multiply(Size? left, Size? right) =>
        left is not null && right is not null ? Formula.Product(left, right) : null;

    private bool IsString(ExpressionSyntax expression) =>
        source.SemanticModelOf(expression).GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;

    private string? ConstantKey(ExpressionSyntax expression) =>
        source.SemanticModelOf(expression).GetConstantValue(expression) is { HasValue: true, Value: string key } ? key : null;

    private readonly record struct Element(string? Key, ExpressionSyntax? Value, Size? Count, Bindings Bindings);
}
