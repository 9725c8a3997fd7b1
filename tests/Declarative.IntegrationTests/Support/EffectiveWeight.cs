using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests.Support;

/// <summary>
/// The weight that a bare layer needs to compute what an adapted one does, from the formulas of the papers and plain
/// tensor operations: W + s·B·A, E + s·(B·A)ᵀ for embeddings, and the product over channels for convolutions.
/// </summary>
internal static class EffectiveWeight
{
    public static Tensor Of(Tensor weight, Adapter adapter, double scaling)
    {
        using var off = torch.no_grad();
        var parameters = adapter.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);
        return weight + scaling * Delta(weight, parameters);
    }

    private static Tensor Delta(Tensor weight, Dictionary<string, Parameter> parameters)
    {
        if (parameters.TryGetValue("lora_embedding_A", out var embeddingA))
            return matmul(parameters["lora_embedding_B"], embeddingA).t();

        var a = parameters["lora_A.weight"];
        var b = parameters["lora_B.weight"];
        var rank = a.shape[0];
        return matmul(b.reshape(-1, rank), a.reshape(rank, -1)).reshape(weight.shape);
    }
}
