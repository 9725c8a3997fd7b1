using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Declarative;

/// <summary>(IA)³ in Hugging Face PEFT's configuration.</summary>
internal sealed class IA3Peft : PeftMethod
{
    public static readonly IA3Peft Instance = new();

    private const string FeedForward = "feedforward_modules";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public override string PeftType => "IA3";

    public override bool TrainsBiases => false;

    public override void Write(JsonObject config, IReadOnlyList<Adapter> adapters)
    {
        config[FeedForward] = FeedForwardModules(config["target_modules"], [.. adapters.Cast<IA3Adapter>()]);
        config["init_ia3_weights"] = true;
        config["fan_in_fan_out"] = false;
    }

    public override void Compare(PeftConfig config, IReadOnlyList<Adapter> adapters, MismatchList mismatches)
    {
        Refuse(config, "IA3", ["modules_to_save"], mismatches);
        foreach (var adapter in adapters.Cast<IA3Adapter>())
        {
            if (IsFeedForward(config, adapter.LayerPath) is { } there && there != adapter.IsFeedForward)
                mismatches.Add(adapter.LayerPath, there
                    ? "the checkpoint scales the inputs, as of a feed-forward layer; name the layer in FeedForward"
                    : "FeedForward means the layer here, and the checkpoint scales its outputs");
        }
    }

    // PEFT reads a list as ends of names, whatever stands before, and wants it to be a part of the list of targets; where such
    // a list cannot say it, a regular expression of whole paths does.
    private static JsonNode FeedForwardModules(JsonNode? targets, List<IA3Adapter> adapters)
    {
        var inputs = adapters.Where(static a => a.IsFeedForward).Select(static a => a.LayerPath).ToList();
        var outputs = adapters.Where(static a => !a.IsFeedForward).Select(static a => a.LayerPath).ToList();
        if (targets is JsonArray names)
        {
            var chosen = names.Select(static n => n!.GetValue<string>())
                .Where(n => inputs.Exists(l => IsEnd(n, l)))
                .ToList();
            if (!chosen.Exists(n => outputs.Exists(l => IsEnd(n, l))))
                return new JsonArray([.. chosen.Select(static n => JsonValue.Create(n))]);
        }
        return inputs.Count == 0
            ? new JsonArray()
            : JsonValue.Create(string.Join('|', inputs.Order(StringComparer.Ordinal).Select(static l => $"({Regex.Escape(l)})")));
    }

    private static bool? IsFeedForward(PeftConfig config, string layer)
    {
        if (config.Texts(FeedForward) is { } names)
            return names.Any(n => IsEnd(n, layer));
        if (config.Text(FeedForward) is not { } pattern)
            return null;
        try
        {
            return Regex.IsMatch(layer, $"^({pattern})$", RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static bool IsEnd(string name, string layer) => layer.EndsWith(name, StringComparison.Ordinal);
}
