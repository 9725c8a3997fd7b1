using System.Text.Json;
using System.Text.Json.Nodes;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Goldens;

/// <summary>One case recorded from Hugging Face PEFT: its configuration and every tensor.</summary>
internal sealed class GoldenCase : IDisposable
{
    private const string KeyPrefix = "base_model.model.";

    private readonly JsonDocument json;
    private readonly Dictionary<string, Tensor> tensors;

    public GoldenCase(string name)
    {
        json = JsonDocument.Parse(File.ReadAllText(Fixture($"{name}.json")));
        tensors = Safetensors.Load(Fixture($"{name}.safetensors"));
    }

    public JsonElement Json => json.RootElement;

    public Tensor this[string key] => tensors[key];

    public static string Fixture(string path) => Path.Combine(AppContext.BaseDirectory, "Fixtures", path);

    public bool Has(string key) => tensors.ContainsKey(key);

    /// <summary>The tensors under a prefix, by what follows it.</summary>
    public Dictionary<string, Tensor> Under(string prefix) => tensors
        .Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(t => t.Key[prefix.Length..], static t => t.Value);

    /// <summary>The base model with an attribute for each setting of the case.</summary>
    /// <param name="change">Makes other settings of those of the case.</param>
    public (nn.Module<Tensor, Tensor> Model, int Adapted) CreateModel(Func<LoraOptions, LoraOptions>? change = null)
    {
        var modules = Modules();
        if (change is not null)
            modules = modules.ConvertAll<(string Path, AdapterOptions Options)>(m => (m.Path, change((LoraOptions)m.Options)));
        var modelName = Json.GetProperty("model").GetString();
        var members = modelName switch { "ToyAttn" => ToyAttn.Members, "ToyEmb" => ToyEmb.Members, _ => [.. modules.Select(static m => m.Path)] };
        var plans = modules.GroupBy(static m => m.Options)
            .Select((g, i) => Plans.Of($"{i}", string.Join('|', g.Select(static m => m.Path)), "", g.Key, members)).ToArray();
        nn.Module<Tensor, Tensor> model = modelName switch
        {
            "ToyAttn" => new ToyAttn(plans),
            "ToyEmb" => new ToyEmb(plans),
            "ToyConv" => ToyConv.Plain(plans),
            "ToyConvG" => ToyConv.Grouped(plans),
            "ToyConv1d" => ToyConv.OneDimensional(plans),
            _ => throw new NotSupportedException(modelName),
        };
        model.load_state_dict(Under("base."));
        return (model, modules.Count(static m => m.Options is not InPlaceOptions));
    }

    /// <summary>Writes tensors of the case as a checkpoint with the case's configuration.</summary>
    public void WriteCheckpoint(string folder, string prefix = "adapter.")
    {
        var config = JsonNode.Parse(Json.GetProperty("config").GetRawText())!.AsObject();
        config["peft_type"] ??= "LORA";
        File.WriteAllText(Path.Combine(folder, "adapter_config.json"), config.ToJsonString());
        Safetensors.Save(Path.Combine(folder, "adapter_model.safetensors"), Under(prefix));
    }

    /// <summary>The trainable tensors of a set by their names in a checkpoint.</summary>
    public static Dictionary<string, Parameter> Trainable(AdapterSet set) => PeftCheckpoint.Tensors(set)
        .ToDictionary(static t => KeyPrefix + t.Key, static t => t.Value);

    public void Dispose()
    {
        json.Dispose();
        foreach (var tensor in tensors.Values)
            tensor.Dispose();
    }

    private List<(string Path, AdapterOptions Options)> Modules()
    {
        var config = Json.GetProperty("config");
        if (!Json.TryGetProperty("modules", out var modules))
            return [.. config.GetProperty("target_modules").EnumerateArray().Select(t => (t.GetString()!, GoldenOptions.Of(config, config)))];
        return [.. modules.EnumerateObject().Select(m => (m.Name, GoldenOptions.Of(config, m.Value)))];
    }
}
