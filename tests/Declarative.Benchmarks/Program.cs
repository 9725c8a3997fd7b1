using System.CommandLine;
using Declarative.Benchmarks;
using Declarative.Benchmarks.Methods;
using TorchSharp;

var parts = new Argument<string[]>("part")
{
    Description = "What to measure: dispatch, lora, methods, memory, generator, analyzers (all of them when none is named).",
    DefaultValueFactory = _ => ["dispatch", "lora", "methods", "memory", "generator", "analyzers"],
};
parts.AcceptOnlyFromAmong("dispatch", "lora", "methods", "memory", "generator", "analyzers");
var pairs = new Option<int>("--pairs") { Description = "Pairs of samples behind each ratio.", DefaultValueFactory = _ => 31 };
var methods = new Option<string[]>("--method") { Description = "Of the methods, only these.", AllowMultipleArgumentsPerToken = true };
methods.AcceptOnlyFromAmong([.. MethodsBenchmark.Names]);

var command = new RootCommand("Measures what Declarative promises, each figure against a peer in the same run.") { parts, pairs, methods };
command.SetAction(parsed =>
{
    torch.set_num_threads(2);
    foreach (var part in parsed.GetRequiredValue(parts))
        Measure(part, parsed.GetRequiredValue(pairs), parsed.GetValue(methods) is { Length: > 0 } chosen ? chosen : MethodsBenchmark.Names);
});
return command.Parse(args).Invoke();

static void Measure(string part, int pairs, IReadOnlyList<string> methods)
{
    switch (part)
    {
        case "dispatch":
            DispatchBenchmark.Run();
            break;
        case "lora":
            Target.Print("LoRA r = 16 over the bare frozen layer: ratio (quartiles), medians",
                LoraBenchmark.Run(pairs));
            break;
        case "methods":
            Target.Print("Each method, r = 16, over the bare frozen layer: ratio (quartiles), medians",
                MethodsBenchmark.Run(pairs, methods));
            break;
        case "memory":
            Target.Print("Memory", [MemoryBenchmark.Run()]);
            break;
        case "generator":
            GeneratorBenchmark.Run();
            break;
        default:
            AnalyzerBenchmark.Run();
            break;
    }
}
