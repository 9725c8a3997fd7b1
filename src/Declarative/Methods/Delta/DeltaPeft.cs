using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>What LoHa and LoKr have in common in Hugging Face PEFT's configuration.</summary>
internal abstract class DeltaPeft : PeftMethod
{
    private const double DefaultRank = 8, DefaultAlpha = 8;

    public override bool TrainsBiases => false;

    /// <summary>The fields of which a configuration has one value for all layers, for those of <paramref name="adapter"/> that matter to it.</summary>
    protected abstract IEnumerable<PeftSetting> Settings(DeltaAdapter adapter);

    /// <summary>The fields that are the same in every configuration.</summary>
    protected virtual IEnumerable<(string Field, JsonNode Value)> Fixed => [];

    public sealed override void Write(JsonObject config, IReadOnlyList<Adapter> adapters)
    {
        var all = adapters.Cast<DeltaAdapter>().ToList();
        var ranks = all.ToDictionary(static a => a.LayerPath, static a => (double)a.Rank, StringComparer.Ordinal);
        var alphas = all.ToDictionary(static a => a.LayerPath, static a => a.Alpha, StringComparer.Ordinal);
        var (rank, alpha) = (PeftNumbers.MostFrequent(ranks.Values), PeftNumbers.MostFrequent(alphas.Values));
        config["r"] = PeftNumbers.Number(rank);
        config["alpha"] = PeftNumbers.Number(alpha);
        config["rank_pattern"] = PeftNumbers.PatternsOf(ranks, rank);
        config["alpha_pattern"] = PeftNumbers.PatternsOf(alphas, alpha);
        config["rank_dropout"] = 0.0;
        config["module_dropout"] = 0.0;
        config["init_weights"] = true;
        config["layers_pattern"] = null;
        config["layers_to_transform"] = null;
        foreach (var (field, value) in Fixed)
            config[field] = value;

        foreach (var field in all.SelectMany(Settings).GroupBy(static s => s.Field))
        {
            var values = field.Where(static s => s.Applies).Select(static s => s.Value).Distinct().ToList();
            if (values.Count > 1)
                throw new AdapterException(
                    $"PEFT has one {field.Key} for all adapters of a checkpoint, and here are {string.Join(" and ", values)} "
                    + $"({field.First().Property}). Give the attributes different names, and attach and save them separately.");
            config[field.Key] = JsonNode.Parse(values.FirstOrDefault() ?? field.First().Value);
        }
    }

    public sealed override void Compare(PeftConfig config, IReadOnlyList<Adapter> adapters, MismatchList mismatches)
    {
        Refuse(config, adapters[0].Method, ["modules_to_save"], mismatches);
        try
        {
            foreach (var adapter in adapters.Cast<DeltaAdapter>())
            {
                CompareScaling(config, adapter, mismatches);
                foreach (var setting in Settings(adapter).Where(static s => s.Applies))
                    Compare(config, adapter, setting, mismatches);
            }
        }
        catch (FormatException e)
        {
            mismatches.Add($"in adapter_config.json, {e.Message}");
        }
    }

    private static void Compare(PeftConfig config, DeltaAdapter adapter, PeftSetting setting, MismatchList mismatches)
    {
        var there = config.Raw(setting.Field) is var raw && raw == "null" ? setting.Default : raw;
        if (there != setting.Value)
            mismatches.Add(adapter.LayerPath, $"{setting.Property} is {there} in the checkpoint and {setting.Value} here");
    }

    private static void CompareScaling(PeftConfig config, DeltaAdapter adapter, MismatchList mismatches)
    {
        var layer = adapter.LayerPath;
        var rank = PeftPattern.Find(config.Patterns("rank_pattern"), layer, config.Number("r", DefaultRank));
        var alpha = PeftPattern.Find(config.Patterns("alpha_pattern"), layer, config.Number("alpha", DefaultAlpha));
        if (rank != adapter.Rank)
            mismatches.Add(layer, FormattableString.Invariant($"the rank is {rank} in the checkpoint and {adapter.Rank} here"));
        else if (Math.Abs(alpha - adapter.Alpha) > 1e-6 * Math.Abs(alpha))
            mismatches.Add(layer, FormattableString.Invariant($"alpha is {alpha} in the checkpoint and {adapter.Alpha} here"));
    }
}

/// <summary>A field of a configuration that says something of every layer.</summary>
/// <param name="Field">Its name in PEFT.</param>
/// <param name="Property">Its name in the attribute.</param>
/// <param name="Value">The value as JSON has it.</param>
/// <param name="Default">The value where the field is missing.</param>
/// <param name="Applies">Whether it makes a difference to the layer.</param>
internal readonly record struct PeftSetting(string Field, string Property, string Value, string Default, bool Applies = true);
