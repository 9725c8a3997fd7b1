using System.CommandLine;
using CharGptSample.Training;

namespace CharGptSample.Commands;

/// <summary><c>pretrain</c>: trains the base model on English, from nothing or from where it stopped.</summary>
public static class PretrainCommand
{
    public static Command Create()
    {
        var steps = new Option<int>("--steps")
        {
            Description = "Optimizer steps.",
            DefaultValueFactory = _ => PretrainOptions.DefaultSteps,
        };
        var output = new Option<FileInfo?>("--out")
        {
            Description = "Where the finished model goes (default: samples/CharGpt/base.safetensors in the repository).",
        };
        var resume = new Option<bool>("--resume")
        {
            Description = "Go on from the checkpoint of an interrupted run.",
        };
        steps.AtLeast(1);

        var command = new Command("pretrain", "Train the base model anew.") { steps, output, resume };
        var common = new CommonOptions(command);
        command.SetAction(parsed =>
        {
            PretrainRun? run = null;
            return Invocation.Run(
                cancellation =>
                {
                    var (device, seed) = common.Apply(parsed);
                    run = new PretrainRun(
                        new PretrainOptions(
                            parsed.GetValue(steps), parsed.GetValue(output)?.FullName, parsed.GetValue(resume), device, seed),
                        cancellation);
                    run.Go();
                },
                () => run?.OnDisk ?? "Nothing was written.");
        });
        return command;
    }
}
