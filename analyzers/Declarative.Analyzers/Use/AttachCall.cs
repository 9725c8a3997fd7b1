using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>What a call that makes a set says for sure.</summary>
/// <param name="Model">The class of the model.</param>
/// <param name="Name">The <c>Name</c> of the attributes; null for all of them.</param>
internal sealed record AttachCall(INamedTypeSymbol Model, string? Name)
{
    /// <summary>Reads a call of <c>Attach</c> or <c>LoadPretrained</c>; null where it does not say.</summary>
    public static AttachCall? Of(IInvocationOperation call) =>
        Argument(call, "name") is null or { Value.ConstantValue.HasValue: true } && ModelOf(call) is { } model
            ? new AttachCall(model, Argument(call, "name")?.Value.ConstantValue.Value as string)
            : null;

    /// <summary>The argument of a parameter; null where there is none.</summary>
    public static IArgumentOperation? Argument(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == name);

    private static INamedTypeSymbol? ModelOf(IInvocationOperation call)
    {
        var model = Argument(call, "model")?.Value;
        while (model is IConversionOperation { IsImplicit: true } conversion)
            model = conversion.Operand;
        return model?.Type as INamedTypeSymbol;
    }
}
