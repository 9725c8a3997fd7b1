namespace Declarative.Tests.Models;

/// <summary>One layer of each kind that can be adapted.</summary>
internal static class LayerCases
{
    /// <summary>A layer and an input for it, in double precision, the same each time.</summary>
    public static (nn.Module<Tensor, Tensor> Layer, Tensor X) Create(string kind)
    {
        const ScalarType type = ScalarType.Float64;
        manual_seed(11);
        return kind switch
        {
            "linear" => (nn.Linear(6, 4, dtype: type), randn(2, 3, 6, type)),
            "linear without bias" => (nn.Linear(6, 4, hasBias: false, dtype: type), randn(5, 6, type)),
            "linear-like" => (new BufferLinear(randn(4, 6, type)), randn(2, 3, 6, type)),
            "linear-like with bias" => (new PlainLinear(randn(4, 6, type), randn(4, type)), randn(2, 3, 6, type)),
            "embedding" => (nn.Embedding(7, 4, dtype: type), tensor(new long[] { 0, 3, 6, 3, 1, 1 }).reshape(2, 3)),
            "conv1d" => (nn.Conv1d(4, 5, 3, stride: 2, padding: 1, dilation: 2, dtype: type), randn(2, 4, 9, type)),
            "conv2d" => (nn.Conv2d(4, 5, (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), dtype: type), randn(2, 4, 6, 5, type)),
            "conv2d same" => (nn.Conv2d(4, 5, 3, Padding.Same, padding_mode: PaddingModes.Reflect, dtype: type), randn(2, 4, 6, 5, type)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
