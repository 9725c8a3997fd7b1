using System.CommandLine;
using TorchSharp;

namespace CharGptSample.Commands;

/// <summary>The options that both commands have, and what they do to the process.</summary>
public sealed class CommonOptions
{
    private readonly Option<string> device = new("--device")
    {
        Description = "Where to compute: cpu, cuda or cuda:N.",
        DefaultValueFactory = _ => "cpu",
    };
    private readonly Option<int> threads = new("--threads")
    {
        Description = "Threads for the tensor engine.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };
    private readonly Option<int> seed = new("--seed")
    {
        Description = "Decides every random choice.",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public CommonOptions(Command command)
    {
        threads.AtLeast(1);
        seed.AtLeast(0);
        device.Validators.Add(result =>
        {
            var name = result.GetValueOrDefault<string>() ?? "";
            var index = name.StartsWith("cuda:", StringComparison.Ordinal) ? name[5..] : "0";
            if (name is not ("cpu" or "cuda") && !name.StartsWith("cuda:", StringComparison.Ordinal) ||
                !ushort.TryParse(index, out _))
                result.AddError($"--device is '{name}': it must be cpu, cuda or cuda:N.");
        });
        command.Options.Add(device);
        command.Options.Add(threads);
        command.Options.Add(seed);
    }

    /// <summary>Sets threads and seeds, and gives the device and the seed.</summary>
    /// <exception cref="SampleException">The device is not there.</exception>
    public (torch.Device Device, int Seed) Apply(ParseResult parsed)
    {
        torch.set_num_threads(parsed.GetValue(threads));
        torch.manual_seed(parsed.GetValue(seed));
        var name = parsed.GetValue(device)!;
        return name != "cpu" && !torch.cuda.is_available()
            ? throw new SampleException($"--device is '{name}', and this engine sees no CUDA device.")
            : (torch.device(name), parsed.GetValue(seed));
    }
}
