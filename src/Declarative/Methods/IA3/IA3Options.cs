using Declarative.Patterns;

namespace Declarative;

/// <summary>The settings of an <see cref="IA3Attribute"/>.</summary>
public sealed record IA3Options : AdapterOptions
{
    /// <inheritdoc/>
    public override string Method => "IA3";

    /// <inheritdoc cref="IA3Attribute.FeedForward"/>
    public string FeedForward { get; init; } = "";

    /// <summary>Whether these are the settings of a feed-forward layer, one that <see cref="FeedForward"/> means.</summary>
    public bool IsFeedForward { get; init; }

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) => layer switch
    {
        Linear => new IA3Linear(layer, this),
        Conv2d => new IA3Conv2d(layer, this),
        Embedding or Convolution => throw IA3Adapter.Unsupported(layer),
        _ => new IA3LinearLike(layer, this),
    };

    internal override PeftMethod Peft => IA3Peft.Instance;

    internal override AdapterOptions For(string path, bool isLinear)
    {
        if (FeedForward.Length == 0)
            return this;
        return TargetPattern.TryParse(FeedForward, out var pattern, out var error)
            ? this with { IsFeedForward = pattern.Matches(path, isLinear) }
            : throw new AdapterException($"FeedForward \"{FeedForward}\" is malformed: {error.Message}.");
    }
}
