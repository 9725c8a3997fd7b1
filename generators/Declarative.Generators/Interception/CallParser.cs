using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Interception;

/// <summary>Finds the calls of one class that an adapter could be behind.</summary>
internal static class CallParser
{
    private const int LongestReceiver = 60;

    /// <summary>Whether a type declaration, or a file's top-level statements, have calls that look like a layer's.</summary>
    public static bool IsCandidate(SyntaxNode node) => IsScope(node) && CallsIn(node).Any();

    /// <summary>
    /// The calls of the whole class, all its parts together; null for every part but the first that has calls, so that a
    /// class is read once.
    /// </summary>
    public static ClassCalls? Parse(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (ModelSource.Of(context.SemanticModel.Compilation) is not { } source)
            return null;
        switch (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation))
        {
            case INamedTypeSymbol type:
                return PartsWithCalls(type, cancellation)[0] == context.Node
                    ? Calls(TypeNames.Describe(type).HintName, type.Name, TypeNames.Key(type), Parse(type, source, cancellation))
                    : null;
            case IMethodSymbol entryPoint:
                return Calls("TopLevelStatements", "TopLevel", TypeNames.Key(entryPoint.ContainingType), Parse(context.Node, source, cancellation));
            default:
                return null;
        }

        static ClassCalls? Calls(string hintName, string name, string key, IEnumerable<CallSite> calls) =>
            new ClassCalls(hintName, name, key, calls.ToEquatableArray()) is { Calls.Count: > 0 } found ? found : null;
    }

    /// <summary>The calls of a class, all its parts together.</summary>
    public static IEnumerable<CallSite> Parse(INamedTypeSymbol type, ModelSource source, CancellationToken cancellation) =>
        PartsWithCalls(type, cancellation).SelectMany(part => Parse(part, source, cancellation));

    private static List<SyntaxNode> PartsWithCalls(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).Where(IsCandidate).ToList();

    private static IEnumerable<CallSite> Parse(SyntaxNode scope, ModelSource source, CancellationToken cancellation)
    {
        var model = source.SemanticModelOf(scope);
        return CallsIn(scope).Select(call => ParseCandidate(call, model, source.Torch, cancellation)).OfType<CallSite>();
    }

    /// <summary>Reads one call; null where no interceptor can stand in for it.</summary>
    public static CallSite? ParseCall(InvocationExpressionSyntax call, SemanticModel model, TorchTypes torch, CancellationToken cancellation) =>
        IsCall(call) ? ParseCandidate(call, model, torch, cancellation) : null;

    private static bool IsScope(SyntaxNode node) =>
        TypeDeclarations.Is(node) || node is CompilationUnitSyntax unit && unit.Members.Any(SyntaxKind.GlobalStatement);

    private static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxNode scope) => CallsAmong(TypeDeclarations.NodesIn(scope));

    /// <summary>What looks like a layer's call among the nodes of a type declaration.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsAmong(IEnumerable<SyntaxNode> nodes) =>
        nodes.OfType<InvocationExpressionSyntax>().Where(IsCall);

    private static bool IsCall(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Count == 1 && Receiver(call) is not null;

    // What the call is made on; null for other methods, and for a module's calls on itself.
    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call)
    {
        var receiver = call.Expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "forward" or "call" } access => access.Expression,
            MemberBindingExpressionSyntax { Name.Identifier.ValueText: "forward" or "call" } => ConditionalReceiver(call),
            _ => null,
        };
        return receiver is null ? null : ValueParser.Unwrap(receiver) is ThisExpressionSyntax or BaseExpressionSyntax ? null : receiver;
    }

    private static ExpressionSyntax? ConditionalReceiver(SyntaxNode call)
    {
        for (var node = call; node.Parent is { } parent; node = parent)
        {
            if (parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node)
                return access.Expression;
        }
        return null;
    }

    private static CallSite? ParseCandidate(InvocationExpressionSyntax call, SemanticModel model, TorchTypes torch, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary, Parameters.Length: 1 } method
            || !IsTensor(method.Parameters[0].Type)
            || !IsTensor(method.ReturnType)
            || !torch.IsModule(method.ContainingType)
            || !IsNameable(method.ContainingType)
            || model.GetInterceptableLocation(call, cancellation) is not { } location)
        {
            return null;
        }
        var receiver = Receiver(call)!;
        return new CallSite(
            TargetIndexParser.TypeName(method.ContainingType),
            method.Name,
            method.ContainingType.TypeKind == TypeKind.Interface,
            MemberOf(ValueParser.Unwrap(receiver), model, cancellation),
            Shorten(SizeParser.OneLine(receiver)),
            location.Version,
            location.Data);

        bool IsTensor(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, torch.Tensor);
    }

    private static string? MemberOf(ExpressionSyntax receiver, SemanticModel model, CancellationToken cancellation) =>
        receiver is IdentifierNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax
            ? model.GetSymbolInfo(receiver, cancellation).Symbol switch
            {
                IFieldSymbol { IsStatic: false } field => TypeNames.MemberKey(field),
                IPropertySymbol { IsStatic: false, IsIndexer: false } property => TypeNames.MemberKey(property),
                IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter => TypeNames.MemberKey(parameter),
                _ => null,
            }
            : null;

    /// <summary>Whether code in another class of the assembly can name the type.</summary>
    internal static bool IsNameable(INamedTypeSymbol type) =>
        HostParser.ContainingTypes(type).All(static t =>
            !t.IsFileLocal
            && t.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            && t.TypeArguments.All(static a => a is INamedTypeSymbol argument && IsNameable(argument)));

    private static string Shorten(string text) => text.Length <= LongestReceiver ? text : text.Substring(0, LongestReceiver - 1) + "…";
}
