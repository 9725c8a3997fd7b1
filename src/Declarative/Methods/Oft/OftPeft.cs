using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>OFT in Hugging Face PEFT's configuration.</summary>
internal sealed class OftPeft : PeftMethod
{
    public static readonly OftPeft Instance = new();

    private const double DefaultBlockSize = 32, DefaultTerms = 5;

    // Features of PEFT's OFT that change what the checkpoint computes and have no counterpart here.
    private static readonly string[] Unsupported = ["coft", "modules_to_save"];

    public override string PeftType => "OFT";

    public override void Write(JsonObject config, IReadOnlyList<Adapter> adapters)
    {
        var all = adapters.Select(static a => (OftOptions)a.Options).Distinct().ToList();
        if (all.Count > 1)
            throw new AdapterException(
                "PEFT has one set of OFT's settings for all adapters of a checkpoint, and here are several. Give the attributes "
                + "different names, and attach and save them separately.");
        var options = all[0];
        config["r"] = options.Blocks;
        config["oft_block_size"] = options.Blocks != 0 ? 0 : options.BlockSize;
        config["block_share"] = options.BlockShare;
        config["use_cayley_neumann"] = options.UseCayleyNeumann;
        config["num_cayley_neumann_terms"] = options.NeumannTerms;
        config["module_dropout"] = 0.0;
        config["coft"] = false;
        config["eps"] = 6e-05;
        config["fan_in_fan_out"] = false;
        config["init_weights"] = true;
        config["layers_pattern"] = null;
        config["layers_to_transform"] = null;

        // PEFT takes a file without a version for one of before 0.18, which computed the series in another way.
        config["peft_version"] = "0.18.0";
    }

    public override void Compare(PeftConfig config, IReadOnlyList<Adapter> adapters, MismatchList mismatches)
    {
        Refuse(config, "Oft", Unsupported, mismatches);
        foreach (var adapter in adapters.Cast<OftAdapter>())
        {
            var options = (OftOptions)adapter.Options;
            var blocks = config.Number("r", 0);
            var size = blocks != 0 ? adapter.Weight.Current.size(1) / blocks : config.Number("oft_block_size", DefaultBlockSize);
            if (size != adapter.BlockSize)
                mismatches.Add(adapter.LayerPath, FormattableString.Invariant($"a block has {size} inputs in the checkpoint and {adapter.BlockSize} here"));
            if (config.Flag("block_share") != options.BlockShare)
                mismatches.Add(adapter.LayerPath, $"BlockShare is {!options.BlockShare} in the checkpoint and {options.BlockShare} here");
            CompareSeries(config, adapter.LayerPath, options, mismatches);
        }
    }

    private static void CompareSeries(PeftConfig config, string layer, OftOptions options, MismatchList mismatches)
    {
        var isSeries = config.Raw("use_cayley_neumann") is "null" || config.Flag("use_cayley_neumann");
        var terms = config.Number("num_cayley_neumann_terms", DefaultTerms);
        if (isSeries != options.UseCayleyNeumann)
            mismatches.Add(layer, $"UseCayleyNeumann is {isSeries} in the checkpoint and {options.UseCayleyNeumann} here");
        else if (isSeries && terms != options.NeumannTerms)
            mismatches.Add(layer, FormattableString.Invariant($"NeumannTerms is {terms} in the checkpoint and {options.NeumannTerms} here"));
    }
}
