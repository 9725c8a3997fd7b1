using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>The tensor registered as <c>weight</c> by a layer class that is not TorchSharp's own.</summary>
/// <param name="Sizes">
/// The expressions in <c>Parameter(torch.empty(outputs, inputs))</c>; null where the source does not show them.
/// </param>
/// <param name="IsAlone">Whether the class holds no other tensor, such as a bias.</param>
internal sealed record ParsedWeight(IReadOnlyList<ExpressionSyntax>? Sizes, bool IsAlone);

/// <summary>Finds the weight of a layer class, a parameter or a buffer.</summary>
internal sealed class WeightParser(ModelSource source)
{
    /// <summary>The weight; null where the class has none.</summary>
    public ParsedWeight? Parse(ITypeSymbol type) => ValuesOf(type) is { } values
        ? new ParsedWeight(
            values.Select(value => TensorSizes(value)).FirstOrDefault(static sizes => sizes is not null),
            TensorMembers(type) <= 1 && type.DeclaringSyntaxReferences.Length > 0)
        : null;

    private int TensorMembers(ITypeSymbol type)
    {
        var count = 0;
        for (var t = type; t is not null && !source.Torch.IsTorch(t); t = t.BaseType)
            count += t.GetMembers().OfType<IFieldSymbol>().Count(f => !f.IsStatic && IsTensor(f.Type));
        return count;
    }

    // What the class that declares it puts into the tensor registered as "weight", a parameter or a buffer: the values
    // given to a member of that name, or to a registration by it. Null where there is no such tensor.
    private List<ExpressionSyntax>? ValuesOf(ITypeSymbol type)
    {
        for (var t = type; t is not null && !source.Torch.IsTorch(t); t = t.BaseType)
        {
            var values = RegisteredWeights(t).ToList();
            var member = t.GetMembers().FirstOrDefault(IsWeight);
            if (member is not null)
                values.AddRange(ValuesOf(member));
            if (member is not null || values.Count > 0)
                return values;
        }
        return null;
    }

    private bool IsWeight(ISymbol member) =>
        !member.IsStatic
        && member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol
        && IsTensor(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type)
        && (member.Name == "weight" || NamesWeight(member));

    // register_buffer("weight", value), register_parameter("weight", value)
    private IEnumerable<ExpressionSyntax> RegisteredWeights(ITypeSymbol type) =>
        from call in NodesOf(type).OfType<InvocationExpressionSyntax>()
        where NameOf(call.Expression) is "register_buffer" or "register_parameter"
        let arguments = call.ArgumentList.Arguments
        where arguments.Count > 1
            && source.SemanticModelOf(call).GetConstantValue(arguments[0].Expression) is { HasValue: true, Value: "weight" }
        select arguments[1].Expression;

    private static bool NamesWeight(ISymbol member) => member.GetAttributes().Any(static a =>
        a.AttributeClass?.Name == "ComponentNameAttribute" && a.NamedArguments.Any(static n => n is { Key: "Name", Value.Value: "weight" }));

    private bool IsTensor(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, source.Torch.Tensor))
                return true;
        }
        return false;
    }

    private IEnumerable<ExpressionSyntax> ValuesOf(ISymbol member) =>
        NodesOf(member.ContainingType).Select(node => node switch
        {
            AssignmentExpressionSyntax assignment when NameOf(assignment.Left) == member.Name => assignment.Right,
            VariableDeclaratorSyntax { Initializer: { } initializer } declarator when declarator.Identifier.ValueText == member.Name => initializer.Value,
            PropertyDeclarationSyntax { Initializer: { } initializer } property when property.Identifier.ValueText == member.Name => initializer.Value,
            _ => null,
        }).OfType<ExpressionSyntax>();

    // The source of a class, without the classes inside it.
    private IEnumerable<SyntaxNode> NodesOf(ITypeSymbol type) =>
        type is INamedTypeSymbol named ? source.PartsOf(named).SelectMany(static part => part) : [];

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => null,
    };

    // A field is followed to its values, and those to no field again: `scale = scale.t()` would never end.
    private IReadOnlyList<ExpressionSyntax>? TensorSizes(ExpressionSyntax expression, bool followsFields = true)
    {
        expression = ValueParser.Unwrap(expression);
        if (NameOf(expression) is not null)
        {
            return source.SemanticModelOf(expression).GetSymbolInfo(expression).Symbol switch
            {
                ILocalSymbol local when ValueParser.InitialValue(local) is { } initial => TensorSizes(initial, followsFields),
                IFieldSymbol field when followsFields => ValuesOf(field).Select(value => TensorSizes(value, followsFields: false))
                    .FirstOrDefault(static sizes => sizes is not null),
                _ => null,
            };
        }
        var method = (expression as InvocationExpressionSyntax)?.Expression;
        var name = method switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => null,
        };
        var arguments = expression switch
        {
            InvocationExpressionSyntax call => call.ArgumentList.Arguments,
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
            _ => default,
        };
        switch (name)
        {
            case "empty" or "zeros" or "ones" or "rand" or "randn" or "full":
                return Sizes(arguments);
            case "Parameter" or null when arguments.Count > 0:
                return TensorSizes(arguments[0].Expression, followsFields);
            case not null when method is MemberAccessExpressionSyntax chained && source.SemanticModelOf(chained).GetTypeInfo(chained.Expression).Type is { } type && IsTensor(type):
                return TensorSizes(chained.Expression, followsFields);
            default:
                return null;
        }
    }

    private List<ExpressionSyntax>? Sizes(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        var sizes = new List<ExpressionSyntax>();
        foreach (var argument in arguments)
        {
            var expressions = argument.Expression switch
            {
                CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(static e => e.Expression),
                ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
                ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
                _ => null,
            };
            if (expressions is not null && sizes.Count == 0)
                return expressions.ToList();
            if (argument.NameColon is not null
                || source.SemanticModelOf(argument).GetTypeInfo(argument.Expression).Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64))
            {
                break;
            }
            sizes.Add(argument.Expression);
        }
        return sizes.Count > 0 ? sizes : null;
    }
}
