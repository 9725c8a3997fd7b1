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
        if (kind is LayerKind.LinearLike || (kind is LayerKind.Norm && creation.Type is { } type && !source.Torch.IsTorch(type)))
            return ParseOwn(creation);
        var arguments = ArgumentsOf(creation.Syntax);
        if (kind is LayerKind.Norm)
            return ParseNorm(arguments);
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
    private LayerShape? ParseOwn(ParsedValue creation)
    {
        if (creation.Type is null || source.Layers.WeightOf(creation.Type) is not { Sizes: { Count: 1 or 2 } sizes } weight)
            return null;
        var own = Bindings.Of(source, creation.Syntax, bindings, numbersOnly: false);
        bool? hasBias = weight.IsAlone ? false : null;
        return sizes.Count == 1
            ? LayerShape.OfNorm(source.Sizes.Parse(sizes[0], own), hasBias)
            : new LayerShape(source.Sizes.Parse(sizes[1], own), source.Sizes.Parse(sizes[0], own), HasBias: hasBias);
    }

    // One without scale has no shift either.
    private LayerShape? ParseNorm(ImmutableArray<IArgumentOperation> arguments)
    {
        var scales = BoolOf(arguments, "elementwise_affine") ?? BoolOf(arguments, "affine");
        if (scales == false)
            return LayerShape.OfNorm(Size.Of(0), hasBias: false);
        bool? hasBias = scales is null ? null : Find(arguments, "bias") is null ? true : BoolOf(arguments, "bias");
        return FeaturesOf(arguments) is { } features ? LayerShape.OfNorm(features, hasBias) : null;
    }

    private Size? FeaturesOf(ImmutableArray<IArgumentOperation> arguments)
    {
        if (Find(arguments, "normalized_shape") is not { } shape)
            return SizeOf(arguments, "num_features") ?? SizeOf(arguments, "num_channels");
        return shape.Value.Syntax switch
        {
            CollectionExpressionSyntax { Elements: { Count: > 0 } sides } when sides.All(static s => s is ExpressionElementSyntax) =>
                sides.Select(s => source.Sizes.Parse(((ExpressionElementSyntax)s).Expression, bindings)).Aggregate(Formula.Product),
            ArrayCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } sides } =>
                sides.Select(s => source.Sizes.Parse(s, bindings)).Aggregate(Formula.Product),
            ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } sides } =>
                sides.Select(s => source.Sizes.Parse(s, bindings)).Aggregate(Formula.Product),
            _ => shape.Parameter?.Type is IArrayTypeSymbol ? null : SizeOf(shape),
        };
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
