using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.CodeFixes.Editing;

/// <summary>A call that computes what a linear layer does: <c>linear(x, w, b)</c>, <c>x.matmul(w.t())</c>, <c>mm(x, w.T)</c>.</summary>
/// <param name="Call">The whole call.</param>
/// <param name="Input">What the layer would be called with.</param>
/// <param name="InputArgument">Which of the arguments that is; null where it is what the method is called on.</param>
/// <param name="Bias">What is added; null for nothing.</param>
internal sealed record LinearProduct(InvocationExpressionSyntax Call, ExpressionSyntax Input, int? InputArgument, ExpressionSyntax? Bias)
{
    /// <summary>The call that multiplies by <paramref name="weight"/>; null where it is something else.</summary>
    public static LinearProduct? Of(ExpressionSyntax weight, SemanticModel model, CancellationToken cancellation)
    {
        var outer = Outermost(weight);
        if (ArgumentOf(outer) is var (call, argument) && model.GetOperation(call, cancellation) is IInvocationOperation linear && IsFunctional(linear, "linear"))
            return Linear(call, argument, linear);
        return Transposed(outer, model, cancellation) is { } transposed
            && ArgumentOf(Outermost(transposed)) is var (product, factor)
            && model.GetOperation(product, cancellation) is IInvocationOperation { TargetMethod.Name: "matmul" or "mm" } multiplication
            ? Product(product, factor, multiplication)
            : null;
    }

    private static LinearProduct? Linear(InvocationExpressionSyntax call, ArgumentSyntax weight, IInvocationOperation linear)
    {
        // The operation of `w!` is that of `w`, whose syntax is inside the argument's.
        ArgumentSyntax? Find(string name) => linear.Arguments
            .FirstOrDefault(a => a.Parameter?.Name == name && a.ArgumentKind == ArgumentKind.Explicit)?.Syntax.FirstAncestorOrSelf<ArgumentSyntax>();

        var bias = Find("bias")?.Expression;
        return Find("weights") == weight && Find("input") is { } input
            ? new LinearProduct(call, input.Expression, call.ArgumentList.Arguments.IndexOf(input), bias.IsKind(SyntaxKind.NullLiteralExpression) ? null : bias)
            : null;
    }

    // x.matmul(wᵀ), matmul(x, wᵀ)
    private static LinearProduct? Product(InvocationExpressionSyntax call, ArgumentSyntax factor, IInvocationOperation product)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Any(static a => a.NameColon is not null))
            return null;
        return TypeName(product) switch
        {
            "TorchSharp.torch.Tensor" when arguments.Count == 1 && call.Expression is MemberAccessExpressionSyntax access =>
                new LinearProduct(call, access.Expression, null, null),
            "TorchSharp.torch" when arguments.Count == 2 && arguments[1] == factor => new LinearProduct(call, arguments[0].Expression, 0, null),
            _ => null,
        };
    }

    // w.t(), w.T, w.mT, and the two dimensions exchanged by transpose.
    private static ExpressionSyntax? Transposed(ExpressionSyntax weight, SemanticModel model, CancellationToken cancellation)
    {
        if (weight.Parent is not MemberAccessExpressionSyntax access || access.Expression != weight)
            return null;
        switch (access.Name.Identifier.ValueText)
        {
            case "T" or "mT" when access.Parent is not InvocationExpressionSyntax:
                return access;
            case "t" when access.Parent is InvocationExpressionSyntax call:
                return call;
            case "transpose" when access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } dimensions } call:
                return Dimension(dimensions[0]) + Dimension(dimensions[1]) == 1 ? call : null;
            default:
                return null;
        }

        // 0 or 1, counted from either end; the sum is 1 for two that differ.
        long? Dimension(ArgumentSyntax argument) => model.GetConstantValue(argument.Expression, cancellation).Value switch
        {
            int and (0 or -2) => 0,
            int and (1 or -1) => 1,
            _ => null,
        };
    }

    private static (InvocationExpressionSyntax Call, ArgumentSyntax Argument)? ArgumentOf(ExpressionSyntax expression) =>
        expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument ? (call, argument) : null;

    private static ExpressionSyntax Outermost(ExpressionSyntax expression) =>
        expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            ? Outermost((ExpressionSyntax)expression.Parent)
            : expression;

    private static bool IsFunctional(IInvocationOperation call, string name) =>
        call.TargetMethod.Name == name && TypeName(call) == "TorchSharp.torch.nn.functional";

    private static string TypeName(IInvocationOperation call) => call.TargetMethod.ContainingType.ToDisplayString();
}
