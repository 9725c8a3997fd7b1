using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests.Support;

/// <summary>
/// Numbers recorded from Hugging Face PEFT, and what its names mean in a model of ours: <c>base_model.model.PATH.lora_A.weight</c>
/// is the adapter's own parameter, <c>….base_layer.bias</c> and other biases are the base's.
/// </summary>
internal sealed class GoldenCase(string name)
{
    private const string Prefix = "base_model.model.";

    private readonly SafetensorsFile file = new(Path.Combine(Folder, name + ".safetensors"));

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public SafetensorsFile File => file;

    public Tensor Tensor(string key) => file.Tensor(key);

    /// <summary>Loads the recorded base weights, every one.</summary>
    public TModel Loaded<TModel>(TModel model)
        where TModel : nn.Module
    {
        using var off = torch.no_grad();
        var state = model.state_dict();
        Assert.Equal(state.Keys.Order(StringComparer.Ordinal), file.KeysUnder("base.").Order(StringComparer.Ordinal));
        foreach (var (key, tensor) in state)
            tensor.copy_(file.Tensor("base." + key));
        return model;
    }

    /// <summary>Writes the recorded adapter weights, every one, into an attached model.</summary>
    public void LoadAdapter(string prefix, nn.Module model, AdapterSet adapters)
    {
        using var off = torch.no_grad();
        foreach (var key in file.KeysUnder(prefix))
            Parameter(key, model, adapters).copy_(file.Tensor(prefix + key));
    }

    /// <summary>The parameter that a saved key names.</summary>
    public static Parameter Parameter(string savedKey, nn.Module model, AdapterSet adapters)
    {
        var path = savedKey[Prefix.Length..].Replace(".base_layer.", ".", StringComparison.Ordinal);
        foreach (var adapter in adapters.Adapters)
            foreach (var (local, parameter) in adapter.named_parameters())
                if (path == adapter.LayerPath + "." + local)
                    return parameter;
        return model.named_parameters().Single(entry => entry.name == path).parameter;
    }
}
