using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        if (ParsedCall.Parse(source, creation.Syntax) is not { } call)
            return null;
        if (kind is LayerKind.Norm)
            return ParseNorm(call);
        var (inputs, outputs, bias) = kind switch
        {
            LayerKind.Linear => ("inputSize", "outputSize", "hasBias"),
            LayerKind.Embedding => ("num_embeddings", "embedding_dims", ""),
            LayerKind.Conv1d or LayerKind.Conv2d => ("in_channels", "out_channels", "bias"),
            _ => ("", "", ""),
        };
        return SizeOf(call, inputs) is { } @in && SizeOf(call, outputs) is { } @out
            ? new LayerShape(@in, @out, KernelOf(call, kind), SizeOf(call, "groups"), kind == LayerKind.Embedding ? false : BoolOf(call, bias))
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
    private LayerShape? ParseNorm(ParsedCall call)
    {
        var scales = BoolOf(call, "elementwise_affine") ?? BoolOf(call, "affine");
        if (scales == false)
            return LayerShape.OfNorm(Size.Of(0), hasBias: false);
        bool? hasBias = scales is null ? null : call.Parameter("bias") is null ? true : BoolOf(call, "bias");
        return FeaturesOf(call) is { } features ? LayerShape.OfNorm(features, hasBias) : null;
    }

    private Size? FeaturesOf(ParsedCall call)
    {
        const string Shape = "normalized_shape";
        IEnumerable<ExpressionSyntax>? sides = call.Written(Shape) switch
        {
            CollectionExpressionSyntax { Elements: { Count: > 0 } elements } when elements.All(static e => e is ExpressionElementSyntax) =>
                elements.Select(static e => ((ExpressionElementSyntax)e).Expression),
            ArrayCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } written } => written,
            ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } written } => written,
            _ => null,
        };
        if (sides is not null)
            return sides.Select(s => source.Sizes.Parse(s, bindings)).Aggregate(Formula.Product);
        return call.Parameter(Shape)?.Type is IArrayTypeSymbol ? null
            : SizeOf(call, Shape) ?? SizeOf(call, "num_features") ?? SizeOf(call, "num_channels");
    }

    private Size? SizeOf(ParsedCall call, string parameter) =>
        call.Written(parameter) is { } written ? source.Sizes.Parse(written, bindings)
        : DefaultOf(call, parameter) is long size ? Size.Of(size)
        : null;

    private bool? BoolOf(ParsedCall call, string parameter) =>
        (call.Written(parameter) is { } written ? source.SemanticModelOf(written).GetConstantValue(written).Value : DefaultOf(call, parameter)) as bool?;

    private static object? DefaultOf(ParsedCall call, string parameter) =>
        call.Parameter(parameter) is { HasExplicitDefaultValue: true, ExplicitDefaultValue: var value } ? value : null;

    private EquatableArray<Size> KernelOf(ParsedCall call, LayerKind kind)
    {
        const string Kernel = "kernel_size";
        if (call.Written(Kernel) is TupleExpressionSyntax { Arguments: { Count: 2 } sides })
            return sides.Select(s => source.Sizes.Parse(s.Expression, bindings)).ToEquatableArray();
        return SizeOf(call, Kernel) is not { } side ? default
            : kind == LayerKind.Conv1d || call.Parameter(Kernel)!.Type.IsTupleType ? new([side])
            : new([side, side]);
    }
}
