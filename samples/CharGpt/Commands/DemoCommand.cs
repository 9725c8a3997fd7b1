using System.CommandLine;
using CharGptSample.Demo;

namespace CharGptSample.Commands;

/// <summary><c>demo</c>: fine-tunes the base model and shows what that did.</summary>
public static class DemoCommand
{
    public static Command Create()
    {
        var text = new Option<FileInfo[]>("--text")
        {
            Description = "Text to fine-tune on instead of this repository's C#.",
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
        };
        var steps = new Option<int>("--steps")
        {
            Description = "Optimizer steps.",
            DefaultValueFactory = _ => DemoOptions.DefaultSteps,
        };
        var output = new Option<DirectoryInfo?>("--out")
        {
            Description = "Where the adapter and the page go (default: artifacts/demo in the repository).",
        };
        var method = new Option<string>("--method")
        {
            Description = $"The adapter method: {string.Join(", ", DemoMethod.All.Select(static m => m.Option))}.",
            DefaultValueFactory = _ => DemoMethod.Lora.Option,
        };
        method.AcceptOnlyFromAmong([.. DemoMethod.All.Select(static m => m.Option)]);
        steps.AtLeast(1);
        text.AcceptExistingOnly();

        var command = new Command("demo", "Fine-tune the base model on new text, show what changed, write an HTML page.")
        {
            text, steps, output, method,
        };
        var common = new CommonOptions(command);
        command.SetAction(parsed =>
        {
            DemoRun? run = null;
            return Invocation.Run(
                cancellation =>
                {
                    var (device, seed) = common.Apply(parsed);
                    var options = new DemoOptions(
                        DemoMethod.Of(parsed.GetValue(method)!), parsed.GetValue(text) ?? [], parsed.GetValue(steps), parsed.GetValue(output)?.FullName, device, seed);
                    run = new DemoRun(options, cancellation);
                    run.Go();
                },
                () => run?.OnDisk ?? "Nothing was written.");
        });
        return command;
    }
}
