using System.Collections.Immutable;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Generators.Parsing;

/// <summary>Reads the sizes of a layer off the call that makes it.</summary>
internal sealed class ShapeParser(ModelSource source, Bindings bindings)
{
    /// <inheritdoc cref="Parse(ParsedValue, LayerKind)"/>
    public static LayerShape? Parse(ModelSource source, BoundValue creation, LayerKind kind) =>
        new ShapeParser(source, creation.Bindings).Parse(creation.Value, kind);

    /// <summary>The sizes that <paramref name="creation"/> gives a layer of the kind; null where it shows none.</summary>
    private LayerShape? Parse(ParsedValue creation, LayerKind kind)
    {
        if (kind == LayerKind.LinearLike)
            return ParseLinearLike(creation);
        var arguments = ArgumentsOf(creation.Syntax);
        var (inputs, outputs, bias) = kind switch
        {
            LayerKind.Linear => ("inputSize", "outputSize", "hasBias"),
            LayerKind.Embedding => ("num_embeddings", "embedding_dims", ""),
            LayerKind.Conv1d or LayerKind.Conv2d => ("in_channels", "out_channels", "bias"),
            _ => ("", "", ""),
        };
        return SizeOf(arguments, inputs) is { } @in && SizeOf(arguments, outputs) is { } @out
            ? new LayerShape(
                @in, @out, KernelOf(arguments, kind), SizeOf(arguments, "groups"), kind == LayerKind.Embedding ? false : BoolOf(arguments, bias))
            : null;
    }

    // The class's own tensor sizes, with the arguments of this call for its constructor's parameters.
    private LayerShape? ParseLinearLike(ParsedValue creation)
    {
        if (creation.Type is null || source.Layers.WeightOf(creation.Type) is not { Sizes: { Count: 2 } sizes } weight)
            return null;
        var own = Bindings.Of(source, creation.Syntax, bindings, numbersOnly: false);
        return new LayerShape(
            source.Sizes.Parse(sizes[1], own), source.Sizes.Parse(sizes[0], own), HasBias: weight.IsAlone ? false : null);
    }

    private ImmutableArray<IArgumentOperation> ArgumentsOf(ExpressionSyntax creation) =>
        source.SemanticModelOf(creation).GetOperation(creation) switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation made => made.Arguments,
            _ => [],
        };

    private static IArgumentOperation? Find(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(a => a.Parameter?.Name == parameter);

    private Size? SizeOf(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        Find(arguments, parameter) is { } argument ? SizeOf(argument) : null;

    private Size? SizeOf(IArgumentOperation argument) => argument switch
    {
        { ArgumentKind: ArgumentKind.DefaultValue, Value.ConstantValue: { HasValue: true, Value: long value } } => Size.Of(value),
        { ArgumentKind: ArgumentKind.Explicit, Value.Syntax: ExpressionSyntax written } => source.Sizes.Parse(written, bindings),
        _ => null,
    };

    private static bool? BoolOf(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        Find(arguments, parameter)?.Value.ConstantValue is { HasValue: true, Value: bool value } ? value : null;

    private EquatableArray<Size> KernelOf(ImmutableArray<IArgumentOperation> arguments, LayerKind kind)
    {
        if (Find(arguments, "kernel_size") is not { } argument)
            return default;
        if (argument.Value.Syntax is TupleExpressionSyntax { Arguments: { Count: 2 } sides })
            return sides.Select(s => source.Sizes.Parse(s.Expression, bindings)).ToEquatableArray();
        return SizeOf(argument) is not { } side ? default
            : kind == LayerKind.Conv1d || argument.Parameter!.Type.IsTupleType ? new([side])
            : new([side, side]);
    }
}
