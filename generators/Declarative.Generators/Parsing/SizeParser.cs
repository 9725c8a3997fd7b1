using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>Reads a size: a number where the source fixes it, else the expression as written.</summary>
internal sealed class SizeParser(ModelSource source)
{
    private const int DeepestChain = 16;

    /// <param name="expression">What is passed as the size.</param>
    /// <param name="bindings">What the parameters in it stand for.</param>
    public Size Parse(ExpressionSyntax expression, Bindings bindings) =>
        Evaluate(expression, bindings, 0) is { } known ? Size.Of(known.Value, known.FromDefaults)
        : ValueParser.Unwrap(expression) is IdentifierNameSyntax name && bindings.Find(source.SemanticModelOf(name).GetSymbolInfo(name).Symbol) is { } size ? size
        : Size.Written(OneLine(expression));

    /// <summary>The expression on one line, without comments.</summary>
    public static string OneLine(SyntaxNode node)
    {
        var text = new System.Text.StringBuilder();
        var space = false;
        foreach (var token in node.DescendantTokens())
        {
            if (text.Length > 0 && (space || token.HasLeadingTrivia))
                text.Append(' ');
            text.Append(token.Text);
            space = token.HasTrailingTrivia;
        }
        return text.ToString();
    }

    private Known? Evaluate(ExpressionSyntax expression, Bindings bindings, int depth)
    {
        if (depth > DeepestChain)
            return null;
        expression = ValueParser.Unwrap(expression);
        if (expression is CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.ValueText: "int" or "long" } } cast)
            return Evaluate(cast.Expression, bindings, depth + 1);
        if (expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: var literal })
            return Constant(literal);

        var model = source.SemanticModelOf(expression);
        if (model.GetConstantValue(expression) is { HasValue: true, Value: var constant })
            return Constant(constant);
        return expression switch
        {
            BinaryExpressionSyntax binary => Compute(
                binary.Kind(), Evaluate(binary.Left, bindings, depth + 1), Evaluate(binary.Right, bindings, depth + 1)),
            IdentifierNameSyntax or MemberAccessExpressionSyntax =>
                Follow(model.GetSymbolInfo(expression).Symbol, bindings, depth),
            _ => null,
        };
    }

    private static Known? Constant(object? value) => ToNumber(value) is { } number ? new Known(number) : null;

    private Known? Follow(ISymbol? symbol, Bindings bindings, int depth) => symbol switch
    {
        IParameterSymbol parameter => bindings.Find(parameter) is { } size
            ? size.Value is { } value ? new Known(value, size.FromDefaults) : null
            : DefaultOf(parameter),
        ILocalSymbol local => ValueParser.InitialValue(local) is { } initial ? Evaluate(initial, bindings, depth + 1) : null,
        IFieldSymbol { IsReadOnly: true } field => FieldValue(field) is { } initial ? Evaluate(initial, bindings, depth + 1) : null,
        IPropertySymbol property => PropertyValue(property, bindings, depth),
        _ => null,
    };

    private static Known? DefaultOf(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue && ToNumber(parameter.ExplicitDefaultValue) is { } value ? new Known(value, FromDefaults: true) : null;

    // The initialiser of a readonly field, or the one assignment in the one constructor that assigns to it.
    private static ExpressionSyntax? FieldValue(IFieldSymbol field)
    {
        var initial = (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value;
        var writers = field.ContainingType.Constructors
            .SelectMany(static c => c.DeclaringSyntaxReferences).Select(static r => r.GetSyntax()).OfType<ConstructorDeclarationSyntax>()
            .Where(c => ValueParser.IsWritten(c, field.Name)).ToList();
        if (writers.Count == 0)
            return initial;
        var assignments = writers[0].DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(a => ValueParser.IsNamed(a.Left, field.Name) && a.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax).ToList();
        return initial is null && writers.Count == 1 && assignments.Count == 1 && assignments[0].IsKind(SyntaxKind.SimpleAssignmentExpression)
            ? assignments[0].Right
            : null;
    }

    private Known? PropertyValue(IPropertySymbol property, Bindings bindings, int depth) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            // A positional record's parameter, or a property's initialiser: what an instance has unless told otherwise.
            ParameterSyntax { Default: { } value } => Evaluate(value.Value, Bindings.None, depth + 1) is { } known ? known with { FromDefaults = true } : null,
            PropertyDeclarationSyntax { Initializer: { } value } =>
                Evaluate(value.Value, Bindings.None, depth + 1) is { } known ? known with { FromDefaults = !property.IsStatic || property.SetMethod is not null } : null,
            PropertyDeclarationSyntax { ExpressionBody: { } body } when !property.IsVirtual && !property.IsOverride && !property.IsAbstract =>
                Evaluate(body.Expression, bindings, depth + 1),
            _ => null,
        };

    private static Known? Compute(SyntaxKind kind, Known? left, Known? right)
    {
        if (left is not { } a || right is not { } b)
            return null;
        try
        {
            long? value = checked(kind switch
            {
                SyntaxKind.AddExpression => a.Value + b.Value,
                SyntaxKind.SubtractExpression => a.Value - b.Value,
                SyntaxKind.MultiplyExpression => a.Value * b.Value,
                SyntaxKind.DivideExpression => a.Value / b.Value,
                SyntaxKind.ModuloExpression => a.Value % b.Value,
                SyntaxKind.LeftShiftExpression => a.Value << (int)b.Value,
                _ => null,
            });
            return value is { } v ? new Known(v, a.FromDefaults || b.FromDefaults) : null;
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    private static long? ToNumber(object? constant) => constant switch
    {
        int i => i,
        long l => l,
        short s => s,
        byte b => b,
        uint u => u,
        _ => null,
    };

    private readonly record struct Known(long Value, bool FromDefaults = false);
}
