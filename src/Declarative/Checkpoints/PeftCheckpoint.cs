using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>Reads and writes adapters as Hugging Face PEFT has them on disk.</summary>
internal static class PeftCheckpoint
{
    public const string ConfigName = "adapter_config.json";
    public const string TensorsName = "adapter_model.safetensors";

    private const string BasePrefix = "base_model.";
    private const string Prefix = BasePrefix + "model.";

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes both files, or on failure neither.</summary>
    public static void Save(AdapterSet set, string directory, bool asPlainLora)
    {
        FiniteCheck.ThrowIfNotFinite(set, "Nothing is written, and a checkpoint that is there is kept.");
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var config = Encoding.UTF8.GetBytes(CreateConfig(set, asPlainLora));
        var tensors = SavedTensors(set, null).ToDictionary(static t => Prefix + t.Key, static t => t.Value.Read(), StringComparer.Ordinal);
        foreach (var adapter in asPlainLora ? set.Adapters.OfType<LoraAdapter>() : [])
        {
            foreach (var (suffix, values) in PlainLora.Tensors(adapter))
                tensors[$"{Prefix}{adapter.LayerPath}.{suffix}"] = values;
        }
        foreach (var (name, tensor) in set.Sessions.SelectMany(static s => s.CheckpointTensors()))
            tensors.Add(BasePrefix + name, tensor);
        var metadata = new Dictionary<string, string>(BaseFingerprint.Create(set), StringComparer.Ordinal)
        {
            ["format"] = "pt",
            ["declarative.adapters"] = string.Join(",", set.Names),
        };
        Directory.CreateDirectory(directory);
        AtomicFile.Write(
            (Path.Combine(directory, ConfigName), stream => stream.Write(config)),
            (Path.Combine(directory, TensorsName), stream => Safetensors.Write(stream, tensors, metadata)));
    }

    /// <summary>Reads both files into the set's adapters, or on any difference changes nothing.</summary>
    public static void Load(AdapterSet set, string directory, bool verifyBase)
    {
        var config = PeftConfig.Read(Require(directory, ConfigName));
        var read = Safetensors.Load(Require(directory, TensorsName), out var metadata);
        try
        {
            var mismatches = new MismatchList();
            var wanted = SavedTensors(set, config);
            CompareMethod(config, set, mismatches);
            CompareBias(config, set, mismatches);
            new TensorComparison(set, mismatches).Compare(read, [.. Expected(wanted), .. Shared(set, config)], Prefix);
            if (verifyBase)
                BaseFingerprint.Compare(metadata, set, mismatches);
            if (!mismatches.IsEmpty)
                throw new AdapterCheckpointException(directory, mismatches.ToSentences());

            using var noGrad = no_grad();
            foreach (var (key, tensor) in wanted)
                tensor.Write(read[Prefix + key]);
            foreach (var session in set.Sessions)
                session.Load(Under(read, BasePrefix));
            foreach (var adapter in set.Adapters)
                adapter.Changed();
        }
        finally
        {
            foreach (var tensor in read.Values)
                tensor.Dispose();
        }
    }

    private static IEnumerable<CheckpointTensor> Expected(IReadOnlyDictionary<string, SavedTensor> tensors) =>
        tensors.Select(static t => new CheckpointTensor(Prefix + t.Key, t.Value.Shape));

    private static IEnumerable<CheckpointTensor> Shared(AdapterSet set, PeftConfig config) =>
        set.Sessions.SelectMany(s => s.Expected(config)).Select(static t => t with { Name = BasePrefix + t.Name });

    private static Dictionary<string, Tensor> Under(IReadOnlyDictionary<string, Tensor> tensors, string prefix) => tensors
        .Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(t => t.Key[prefix.Length..], static t => t.Value, StringComparer.Ordinal);

    /// <summary>Every tensor of the adapters, by its name in a checkpoint without the prefix.</summary>
    internal static SortedDictionary<string, Parameter> Tensors(AdapterSet set)
    {
        var tensors = new SortedDictionary<string, Parameter>(StringComparer.Ordinal);
        foreach (var adapter in set.Adapters)
        {
            foreach (var tensor in adapter.CheckpointTensors())
                tensors.Add($"{adapter.LayerPath}.{tensor.Suffix}", tensor.Parameter);
        }
        foreach (var parameter in set.Trained.All)
            tensors.Add(NameOf(set, parameter), (Parameter)parameter.Values.Current);
        return tensors;
    }

    // The same as a checkpoint has them: one to be read with this configuration, or one to be written.
    private static SortedDictionary<string, SavedTensor> SavedTensors(AdapterSet set, PeftConfig? config)
    {
        var tensors = new SortedDictionary<string, SavedTensor>(StringComparer.Ordinal);
        foreach (var adapter in set.Adapters)
        {
            foreach (var tensor in adapter.SavedTensors(config))
                tensors.Add($"{adapter.LayerPath}.{tensor.Suffix}", tensor);
        }
        foreach (var parameter in set.Trained.All)
            tensors.Add(NameOf(set, parameter), SavedTensor.Of(parameter.Place.Path, parameter.Values.Current));
        return tensors;
    }

    // The bias of an adapted layer is the bias of PEFT's wrapped base_layer.
    private static string NameOf(AdapterSet set, TrainedParameter parameter)
    {
        var place = parameter.Place;
        return parameter.Method is { } method ? method.CheckpointName(place.Module, place.Name)
            : set.Adapters.FirstOrDefault(a => ReferenceEquals(a.BaseLayer, place.Owner)) is { } adapter ? $"{adapter.LayerPath}.base_layer.{place.Name}"
            : place.Path;
    }

    private static string CreateConfig(AdapterSet set, bool asPlainLora)
    {
        var adapters = set.Adapters;
        var method = Method(set);
        var config = new JsonObject
        {
            ["peft_type"] = method.PeftType,
            ["auto_mapping"] = null,
            ["base_model_name_or_path"] = null,
            ["exclude_modules"] = null,
            ["inference_mode"] = true,
            ["modules_to_save"] = null,
            ["revision"] = null,
            ["target_modules"] = LayerNames.Targets(
                [.. adapters.Select(static a => a.LayerPath), .. InPlaceModules(set)], ModelWalk.Modules(set.Model).Select(static m => m.Path)),
            ["task_type"] = null,
        };
        if (method.TrainsBiases)
            config["bias"] = Bias(set, method);
        if (asPlainLora)
            method.WriteAsPlainLora(config, adapters);
        else
            method.Write(config, adapters);
        var sorted = new JsonObject(config.OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));
        return sorted.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static PeftMethod Method(AdapterSet set)
    {
        var methods = set.Adapters.Select(static a => a.Options)
            .Concat(set.Trained.All.Select(static t => t.Method).OfType<AdapterOptions>())
            .Select(static o => o.Peft).Distinct().ToList();
        return methods.Count == 1
            ? methods[0]
            : throw new AdapterException(
                $"A PEFT checkpoint holds adapters of one method, and here are {string.Join(" and ", methods.Select(static m => m.PeftType))}. "
                + "Give their attributes different names, and attach and save them separately.");
    }

    private static IEnumerable<string> InPlaceModules(AdapterSet set) =>
        set.Trained.All.Where(static t => t.Method is not null).Select(static t => t.Place.Module).Distinct();

    private static void CompareMethod(PeftConfig config, AdapterSet set, MismatchList mismatches)
    {
        var method = Method(set);
        var type = config.Text("peft_type");
        if (type == method.PeftType)
            method.Compare(config, set.Adapters, mismatches);
        else
            mismatches.Add($"the checkpoint's method is {type ?? "not named"}, and {method.PeftType} here");
    }

    private static void CompareBias(PeftConfig config, AdapterSet set, MismatchList mismatches)
    {
        var (there, here) = (config.Text("bias") ?? "none", Bias(set, Method(set)));
        if (there != here)
            mismatches.Add($"the trained biases are '{there}' in the checkpoint and '{here}' here (Bias of the attribute)");
    }

    private static string Bias(AdapterSet set, PeftMethod method)
    {
        var all = set.Adapters.Select(static a => a.Options.Bias).ToHashSet();
        return all.Contains(TrainedBias.All) ? "all"
            : all.Contains(TrainedBias.LoraOnly) ? method.LayerBias
            : "none";
    }

    private static string Require(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"'{directory}' holds no adapters: it has no {name}.", path);
    }
}
