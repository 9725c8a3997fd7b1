using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.CodeFixes;

/// <summary>Writes the creation of TorchSharp's AdamW as a call of <c>AdapterSet.AdamW</c> that trains the same way.</summary>
internal static class SetAdamW
{
    private static readonly ImmutableDictionary<string, string> Names = ImmutableDictionary<string, string>.Empty
        .Add("lr", "learningRate").Add("beta1", "beta1").Add("beta2", "beta2").Add("eps", "eps").Add("weight_decay", "weightDecay");

    /// <summary>The call; null where the optimizer is another one, or an argument has no counterpart.</summary>
    /// <param name="creation">The creation.</param>
    /// <param name="parameters">The argument that gives the parameters.</param>
    /// <param name="set">The set's name.</param>
    /// <param name="model">The semantic model.</param>
    public static ExpressionSyntax? Replace(ExpressionSyntax creation, ArgumentSyntax parameters, string set, SemanticModel model)
    {
        var (made, arguments) = model.GetOperation(creation) switch
        {
            IInvocationOperation call => (call.Type, call.Arguments),
            IObjectCreationOperation { Initializer: null } created => (created.Type, created.Arguments),
            _ => (null, []),
        };
        if (made is not { Name: "AdamW", ContainingNamespace: { Name: "Modules", ContainingNamespace.Name: "TorchSharp" } } || parameters.Parent is not ArgumentListSyntax list)
            return null;

        var named = list.Arguments;
        foreach (var argument in arguments.Where(static a => a.ArgumentKind == ArgumentKind.Explicit))
        {
            if (argument.Syntax == parameters)
                continue;
            var index = list.Arguments.IndexOf(a => a == argument.Syntax);
            if (argument.Parameter is null || !Names.TryGetValue(argument.Parameter.Name, out var name))
                return null;
            named = named.Replace(named[index], Named(name, named[index].Expression).WithTriviaFrom(named[index]));
        }
        named = named.RemoveAt(list.Arguments.IndexOf(parameters));

        // The set's default is PyTorch's 0.01, TorchSharp's is none.
        if (!arguments.Any(static a => a is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "weight_decay" }))
            named = named.Add(Named("weightDecay", SyntaxFactory.ParseExpression("0")));
        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression($"{set}.AdamW"), list.WithArguments(named).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static ArgumentSyntax Named(string name, ExpressionSyntax value) =>
        SyntaxFactory.Argument(SyntaxFactory.NameColon(name), default, value.WithoutTrivia());
}
