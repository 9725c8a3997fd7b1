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
        using var noGrad = no_grad();
        using var weights = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var structure = new StringBuilder();
        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (path, tensor) in Tensors(set))
        {
            var (shape, type, sample) = tensor.ReadOriginal(Read);
            structure.Append(path).Append(' ').AppendJoin(',', shape).Append('\n');
            types.Add(type.ToString());
            weights.AppendData(sample);
        }
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StructureKey] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(structure.ToString()))),
            [TypeKey] = string.Join(",", types),
            [WeightsKey] = Convert.ToHexString(weights.GetHashAndReset()),
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

    private static SortedDictionary<string, BaseTensor> Tensors(AdapterSet set)
    {
        var tensors = new SortedDictionary<string, BaseTensor>(StringComparer.Ordinal);
        foreach (var parameter in ModelWalk.Parameters(set.Model))
            tensors[parameter.Path] = new BaseTensor(parameter.Owner, parameter.Name);
        foreach (var adapter in set.Adapters)
        {
            tensors[$"{adapter.LayerPath}.{BaseTensor.WeightName}"] = adapter.Weight;
            if (adapter.Bias.IsMerged)
                tensors[$"{adapter.LayerPath}.{BaseTensor.BiasName}"] = adapter.Bias;
        }
        foreach (var parameter in set.Trained.All)
            tensors[parameter.Place.Path] = parameter.Values;
        return tensors;
    }

    private static (long[] Shape, ScalarType Type, byte[] Sample) Read(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var count = tensor.numel();
        if (count == 0)
            return (tensor.shape, tensor.dtype, []);
        var step = Math.Max(1, count / SamplesPerTensor);
        var sample = tensor.detach().contiguous().view(-1).slice(0, 0, count, step).cpu().contiguous();
        return (tensor.shape, tensor.dtype, sample.bytes.ToArray());
    }
}
