using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Generators.Parsing;

/// <summary>Says what kind of layer a type is and which sizes a creation gives it.</summary>
internal sealed class LayerParser(ModelSource source)
{
    /// <summary>The kind of <paramref name="type"/>, and whether that is certain or rests on a weight that only a run knows.</summary>
    public (LayerKind Kind, bool IsCertain) KindOf(ITypeSymbol type)
    {
        var kind = source.Torch.KindOf(type);
        if (kind != LayerKind.Other)
            return (kind, kind != LayerKind.Dynamic);
        if (type is ITypeParameterSymbol)
            return source.Torch.IsTensorModule(type) ? (LayerKind.Dynamic, false) : (LayerKind.Other, true);
        if (source.Torch.IsTorch(type) || !source.Torch.IsTensorModule(type) || WeightOf(type) is not { } weight)
            return (LayerKind.Other, true);
        return SizesOf(weight) switch
        {
            null => (LayerKind.LinearLike, false),
            { Count: 2 } => (LayerKind.LinearLike, true),
            _ => (LayerKind.Other, true),
        };
    }

    /// <summary>The sizes that <paramref name="creation"/> gives a layer of the kind; null where it shows none.</summary>
    public LayerShape? ShapeOf(ParsedValue creation, LayerKind kind)
    {
        var arguments = ArgumentsOf(creation.Syntax);
        if (arguments.Count == 0)
            return null;
        switch (kind)
        {
            case LayerKind.Linear:
                return SizeOf(arguments, "inputSize") is { } features && SizeOf(arguments, "outputSize") is { } outputs
                    ? new LayerShape(features, outputs, HasBias: BoolOf(arguments, "hasBias"))
                    : null;
            case LayerKind.Embedding:
                return SizeOf(arguments, "num_embeddings") is { } count && SizeOf(arguments, "embedding_dims") is { } width
                    ? new LayerShape(count, width, HasBias: false)
                    : null;
            case LayerKind.Conv1d or LayerKind.Conv2d:
                return SizeOf(arguments, "in_channels") is { } channels && SizeOf(arguments, "out_channels") is { } filters
                    ? new LayerShape(channels, filters, KernelOf(arguments, kind), SizeOf(arguments, "groups"), BoolOf(arguments, "bias"))
                    : null;
            case LayerKind.LinearLike:
                return creation.Type is not null && WeightOf(creation.Type) is { } weight && SizesOf(weight) is { Count: 2 } sizes
                    ? LinearLikeShape(sizes, arguments)
                    : null;
            default:
                return null;
        }
    }

    private LayerShape LinearLikeShape(IReadOnlyList<ExpressionSyntax> sizes, List<IArgumentOperation> arguments)
    {
        var known = new Dictionary<string, Size>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && SizeOf(argument) is { } size)
                known[parameter.Name] = size;
        }
        return new LayerShape(source.Sizes.Parse(sizes[1], known), source.Sizes.Parse(sizes[0], known));
    }

    // What the class that declares it puts into the tensor registered as "weight", a parameter or a buffer: the values
    // given to a member of that name, or to a registration by it. Null where there is no such tensor.
    private List<ExpressionSyntax>? WeightOf(ITypeSymbol type)
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

    // The sizes in `Parameter(torch.empty(outputs, inputs))`; null where the source does not show them.
    private IReadOnlyList<ExpressionSyntax>? SizesOf(List<ExpressionSyntax> weight) =>
        weight.Select(value => TensorSizes(value)).FirstOrDefault(static sizes => sizes is not null);

    private static IEnumerable<ExpressionSyntax> ValuesOf(ISymbol member) =>
        NodesOf(member.ContainingType).Select(node => node switch
        {
            AssignmentExpressionSyntax assignment when NameOf(assignment.Left) == member.Name => assignment.Right,
            VariableDeclaratorSyntax { Initializer: { } initializer } declarator when declarator.Identifier.ValueText == member.Name => initializer.Value,
            PropertyDeclarationSyntax { Initializer: { } initializer } property when property.Identifier.ValueText == member.Name => initializer.Value,
            _ => null,
        }).OfType<ExpressionSyntax>();

    // The source of a class, without the classes inside it.
    private static IEnumerable<SyntaxNode> NodesOf(ITypeSymbol type) =>
        from reference in type.DeclaringSyntaxReferences
        let declaration = reference.GetSyntax()
        from node in declaration.DescendantNodes(node => node == declaration || node is not BaseTypeDeclarationSyntax)
        select node;

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

    private List<IArgumentOperation> ArgumentsOf(ExpressionSyntax creation) =>
        source.SemanticModelOf(creation).GetOperation(creation) switch
        {
            IInvocationOperation call => call.Arguments.ToList(),
            IObjectCreationOperation made => made.Arguments.ToList(),
            _ => [],
        };

    private Size? SizeOf(List<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(a => a.Parameter?.Name == parameter) is { } argument ? SizeOf(argument) : null;

    private Size? SizeOf(IArgumentOperation argument) =>
        argument.ArgumentKind == ArgumentKind.DefaultValue
            ? argument.Value.ConstantValue is { HasValue: true, Value: int or long } constant
                ? Size.Of(Convert.ToInt64(constant.Value, System.Globalization.CultureInfo.InvariantCulture))
                : null
            : argument.Value.Syntax is ExpressionSyntax written ? source.Sizes.Parse(written) : null;

    private static bool? BoolOf(List<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value.ConstantValue is { HasValue: true, Value: bool value } ? value : null;

    private EquatableArray<Size> KernelOf(List<IArgumentOperation> arguments, LayerKind kind)
    {
        if (arguments.FirstOrDefault(static a => a.Parameter?.Name == "kernel_size") is not { } argument)
            return default;
        if (argument.Value.Syntax is TupleExpressionSyntax { Arguments: { Count: 2 } sides })
            return sides.Select(s => source.Sizes.Parse(s.Expression)).ToEquatableArray();
        var side = SizeOf(argument);
        return side is null ? default
            : kind == LayerKind.Conv1d || argument.Parameter!.Type.IsTupleType ? new([side])
            : new([side, side]);
    }
}
