using System.CommandLine;
using CharGptSample.Commands;
using Spectre.Console;

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    AnsiConsole.Profile.Width = 100;
}

var root = new RootCommand("A small character model: pretrained on English, fine-tuned on C# through generated LoRA adapters.")
{
    DemoCommand.Create(),
    PretrainCommand.Create(),
};

// Ctrl-C is the commands' own affair: they stop between two steps and save.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
