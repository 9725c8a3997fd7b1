using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>VeRA in Hugging Face PEFT's configuration.</summary>
internal sealed class VeRAPeft : PeftMethod
{
    public static readonly VeRAPeft Instance = new();

    private const double DefaultRank = 256;
    private const string Rank = "r", Seed = "projection_prng_key", Projection = "save_projection";

    public override string PeftType => "VERA";

    public override string LayerBias => "vera_only";

    /// <summary>Whether a checkpoint of that configuration has the random matrices.</summary>
    public static bool HasProjection(PeftConfig config) => config.Flag(Projection, otherwise: true);

    public override void Write(JsonObject config, IReadOnlyList<Adapter> adapters)
    {
        var all = adapters.Cast<VeRAAdapter>().ToList();
        var options = all.Select(static a => a.VeRAOptions).ToList();
        ThrowIfSeveral("Rank", options.Select(static o => o.Rank));
        ThrowIfSeveral("SharedSeed", options.Select(static o => o.SharedSeed));
        ThrowIfSeveral("SaveProjection", options.Select(static o => o.SaveProjection));

        config[Rank] = options[0].Rank;
        config[Seed] = options[0].SharedSeed;
        config[Projection] = all.Exists(static a => a.Session!.IsSaved);
        config["vera_dropout"] = options.Max(static o => o.Dropout);
        config["d_initial"] = options[0].DInitial;
        config["init_weights"] = true;
        config["fan_in_fan_out"] = false;
        config["layers_pattern"] = null;
        config["layers_to_transform"] = null;
    }

    public override void Compare(PeftConfig config, IReadOnlyList<Adapter> adapters, MismatchList mismatches)
    {
        Refuse(config, "VeRA", ["modules_to_save"], mismatches);
        var (rank, seed) = (config.Number(Rank, DefaultRank), config.Integer(Seed, 0));
        foreach (var adapter in adapters.Cast<VeRAAdapter>())
        {
            if (rank != adapter.Rank)
                mismatches.Add(adapter.LayerPath, FormattableString.Invariant($"the rank is {rank} in the checkpoint and {adapter.Rank} here"));
            if (!HasProjection(config) && seed != adapter.VeRAOptions.SharedSeed)
                mismatches.Add(adapter.LayerPath, FormattableString.Invariant(
                    $"the checkpoint has no projection, and its matrices are made from the seed {seed}, and from {adapter.VeRAOptions.SharedSeed} here (SharedSeed)"));
        }
        var seeds = adapters.Cast<VeRAAdapter>().Select(static a => a.VeRAOptions.SharedSeed).Distinct().ToList();
        if (HasProjection(config) && seeds.Count > 1)
            mismatches.Add($"the checkpoint has one projection, and the attributes here have several seeds ({string.Join(", ", seeds)})");
    }

    private static void ThrowIfSeveral<T>(string property, IEnumerable<T> values)
    {
        var several = values.Distinct().ToList();
        if (several.Count > 1)
            throw new AdapterException(
                $"A PEFT checkpoint holds VeRA adapters of one {property}, and here are {string.Join(" and ", several)}. Give the "
                + "attributes different names, and attach and save them separately.");
    }
}
