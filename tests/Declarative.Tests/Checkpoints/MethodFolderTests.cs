using System.Text.Json.Nodes;
using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Checkpoints;

/// <summary>Folders that PEFT saved are read, and written again with the same tensors and the same settings.</summary>
public sealed class MethodFolderTests
{
    // Who wrote a file, and what it was written from.
    private static readonly string[] Provenance = ["auto_mapping", "peft_version", "target_modules", "feedforward_modules"];

    public static TheoryData<string, string> Folders => new()
    {
        { "ia3", "k_proj|v_proj|fc1" }, { "loha", "q_proj|k_proj|v_proj|o_proj|fc1" }, { "lokr", "q_proj|k_proj|v_proj|o_proj|fc1" },
        { "lokr_decompose_both", "q_proj|fc1" }, { "oft", "q_proj|fc1" },
        { "ln_tuning", "norm" },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_goes_through(string name, string targets)
    {
        var directory = GoldenCase.Fixture($"adapters/{name}");
        using var model = new ToyAttn(Plans.Of(targets, Options(name), ToyAttn.Members));
        using var folder = new TemporaryFolder();
        using (var set = AdapterSet.LoadPretrained(model, directory))
            set.SavePretrained(folder.Path);

        var expected = Safetensors.Load(Path.Combine(directory, "adapter_model.safetensors"));
        var written = Safetensors.Load(folder.File("adapter_model.safetensors"));
        Assert.Equal(expected.Keys.Order(), written.Keys.Order());
        foreach (var (key, tensor) in expected)
            Near.Same(tensor, written[key], key);

        var (there, here) = (Config(directory), Config(folder.Path));
        foreach (var list in new[] { "target_modules", "feedforward_modules" })
            Assert.Equal(Names(there[list]), Names(here[list]));
        foreach (var (field, value) in there.Where(static f => !Provenance.Contains(f.Key)))
            Assert.True(JsonNode.DeepEquals(value, here[field]), $"{field}: {value} and {here[field]}");
        Assert.Equal(
            there.Select(static f => f.Key).Except(Provenance).Order(),
            here.Select(static f => f.Key).Except(Provenance).Order());
    }

    private static AdapterOptions Options(string name) => name switch
    {
        "ia3" => new IA3Options { FeedForward = "fc1" },
        "loha" => new LoHaOptions { Rank = 3, Alpha = 6 },
        "lokr" => new LoKrOptions { Rank = 2, Alpha = 4 },
        "lokr_decompose_both" => new LoKrOptions { Rank = 1, Alpha = 2, DecomposeBoth = true, DecomposeFactor = 4 },
        "ln_tuning" => new NormTuningOptions(),
        _ => new OftOptions { BlockSize = 4, UseCayleyNeumann = false },
    };

    private static JsonObject Config(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "adapter_config.json")))!.AsObject();

    private static IEnumerable<string> Names(JsonNode? list) =>
        list is JsonArray names ? names.Select(static n => n!.GetValue<string>()).Order(StringComparer.Ordinal) : [];
}
