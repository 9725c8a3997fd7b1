using Declarative.Patterns;

namespace Declarative.Generators.Model;

/// <summary>The values of an <c>[IA3]</c>.</summary>
internal sealed record Ia3Spec : MethodSpec
{
    public override string Method => "IA3";

    public override int Rank { get; init; }

    public override bool TrainsLayerBias => false;

    /// <summary>The pattern of the feed-forward layers; empty for none.</summary>
    public string FeedForward { get; init; } = "";

    /// <summary>Whether this is a feed-forward layer; null where only a run knows, or for the attribute as a whole.</summary>
    public bool? IsFeedForward { get; init; }

    public override bool Adapts(LayerKind kind) =>
        kind is LayerKind.Linear or LayerKind.LinearLike or LayerKind.Conv2d or LayerKind.Dynamic;

    public override MethodSpec For(string template, bool isLinear) => this with
    {
        IsFeedForward = FeedForward.Length == 0 || !TargetPattern.TryParse(FeedForward, out var pattern, out _) ? false
            : pattern.MustMatch(template, isLinear) ? true
            : pattern.CouldMatch(template, isLinear) ? null
            : false,
    };

    // One number for each output, or for each input of a feed-forward layer.
    public override Size CountParameters(LayerKind kind, LayerShape shape) => IsFeedForward switch
    {
        true => shape.In,
        false => shape.Out,
        null => shape.In == shape.Out ? shape.Out : Size.Written($"({shape.Out} or {shape.In})"),
    };
}
