using System.Security.Cryptography;
using System.Text;

namespace Declarative;

/// <summary>
/// Tells base models apart: the names and shapes of their parameters, their element types, and a sample of the bits of each.
/// Kept in a checkpoint's metadata.
/// </summary>
internal static class BaseFingerprint
{
    private const string StructureKey = "declarative.base.structure";
    private const string TypeKey = "declarative.base.dtype";
    private const string WeightsKey = "declarative.base.weights";
    private const int SamplesPerTensor = 64;

    /// <summary>The fingerprint of the model without what the adapters changed.</summary>
    public static IReadOnlyDictionary<string, string> Create(AdapterSet set)
    {
        var tensors = Tensors(set);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StructureKey] = Structure(tensors),
            [TypeKey] = string.Join(",", tensors.Select(static t => t.Value.dtype.ToString()).Distinct().Order(StringComparer.Ordinal)),
            [WeightsKey] = Weights(tensors),
        };
    }

    /// <summary>Adds what is different about the base model of a checkpoint; nothing where it has no fingerprint, as PEFT's own.</summary>
    public static void Compare(IReadOnlyDictionary<string, string> metadata, AdapterSet set, MismatchList mismatches)
    {
        if (!metadata.ContainsKey(StructureKey))
            return;
        var here = Create(set);
        if (metadata[StructureKey] != here[StructureKey])
            mismatches.Add("the checkpoint was made for another base model: its parameters' names or shapes differ");
        else if (metadata.GetValueOrDefault(TypeKey) != here[TypeKey])
            mismatches.Add($"the base model of the checkpoint has weights of {metadata.GetValueOrDefault(TypeKey)}, this one of {here[TypeKey]}");
        else if (metadata.GetValueOrDefault(WeightsKey) != here[WeightsKey])
            mismatches.Add("the checkpoint was made for another base model: the names and shapes are the same, the weights differ");
    }

    private static SortedDictionary<string, Tensor> Tensors(AdapterSet set)
    {
        var tensors = new SortedDictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var parameter in ModelWalk.Parameters(set.Model))
            tensors[parameter.Path] = parameter.Parameter;
        foreach (var adapter in set.Adapters)
        {
            tensors[$"{adapter.LayerPath}.{BaseTensor.WeightName}"] = adapter.Weight.Original;
            if (adapter.Bias.IsMerged)
                tensors[$"{adapter.LayerPath}.{BaseTensor.BiasName}"] = adapter.Bias.Original;
        }
        foreach (var bias in set.Biases.All)
            tensors[bias.Place.Path] = bias.Values.Original;
        return tensors;
    }

    private static string Structure(SortedDictionary<string, Tensor> tensors)
    {
        var text = new StringBuilder();
        foreach (var (path, tensor) in tensors)
            text.Append(path).Append(' ').AppendJoin(',', tensor.shape).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Weights(SortedDictionary<string, Tensor> tensors)
    {
        using var noGrad = no_grad();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, tensor) in tensors)
            AppendSample(hash, tensor);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void AppendSample(IncrementalHash hash, Tensor tensor)
    {
        var count = tensor.numel();
        if (count == 0)
            return;
        using var scope = NewDisposeScope();
        var step = Math.Max(1, count / SamplesPerTensor);
        var sample = tensor.detach().contiguous().view(-1).slice(0, 0, count, step).cpu().contiguous();
        hash.AppendData(sample.bytes);
    }
}
