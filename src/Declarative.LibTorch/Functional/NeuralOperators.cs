using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The operators behind modules that have no public function of their own.</summary>
internal static class NeuralOperators
{
    private static readonly Op EmbeddingOp = new("embedding");
    private static readonly Op EmbeddingRenormalizeOp = new("embedding_renorm_");
    private static readonly Op SetDataOp = new("set_data");

    /// <summary>Looks up rows of a table.</summary>
    internal static Tensor Embedding(Tensor table, Tensor indices, long paddingIndex, bool scaleByFrequency, bool sparse) =>
        EmbeddingOp.Call(table, indices, paddingIndex, scaleByFrequency, sparse);

    /// <summary>Scales the rows of a table that are looked up and whose norm is above a limit down to it.</summary>
    internal static void EmbeddingRenormalize(Tensor table, Tensor indices, double limit, double normType) =>
        EmbeddingRenormalizeOp.Do(table, indices, limit, normType);

    /// <summary>Gives a tensor another's storage, element type and device; it stays the same tensor.</summary>
    internal static void SetData(Tensor tensor, Tensor data) => SetDataOp.Do(tensor, data);
}
