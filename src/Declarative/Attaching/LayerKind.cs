namespace Declarative;

/// <summary>What kind of layer a module is.</summary>
internal static class LayerKind
{
    /// <summary>Whether <c>all-linear</c> means it: a <see cref="Linear"/>, or another module whose weight is a matrix.</summary>
    public static bool IsLinear(nn.Module layer) => layer switch
    {
        Linear => true,
        Embedding or Convolution => false,
        nn.Module<Tensor, Tensor> => BaseTensor.Find(layer, BaseTensor.WeightName) is { } weight && weight.dim() == 2,
        _ => false,
    };
}
