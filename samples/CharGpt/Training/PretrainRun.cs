using CharGptSample.Data;
using CharGptSample.Model;
using CharGptSample.Reporting;
using Spectre.Console;
using TorchSharp;
using static TorchSharp.torch;

namespace CharGptSample.Training;

/// <summary>Trains the base model, with a checkpoint on the way that an interrupted run goes on from.</summary>
public sealed class PretrainRun(PretrainOptions options, CancellationToken cancellation)
{
    private const int SaveEvery = 100;

    private int? saved;

    /// <summary>What is on disk at this moment, in a sentence.</summary>
    public string OnDisk => saved is { } step
        ? $"On disk: {options.Unfinished}, complete, as of step {step}; go on with --resume."
        : File.Exists(options.Unfinished)
            ? $"On disk: {options.Unfinished}, complete, from an earlier run; go on with --resume."
            : "Nothing was written.";

    /// <summary>Does it all.</summary>
    public void Go()
    {
        var config = new CharGptConfig();
        var corpus = Corpus.Split("English", "the .NET reference documentation",
            ReferenceDocumentation.Read(ReferencePacks.DocumentationFiles()), config.Context + 2);
        using var model = new CharGpt(config);
        var done = options.Resume ? BaseCheckpoint.Load(model, options.Unfinished) : 0;
        model.to(options.Device);
        AnsiConsole.MarkupLineInterpolated(
            $"{model.parameters().Sum(parameter => parameter.numel()):N0} parameters, {corpus.Train.Length:N0} characters to train on, {corpus.HeldOut.Length:N0} held out");

        var plan = new TrainingPlan(options.Steps, Batch: 16, LearningRate: 3e-3, Warmup: 100, options.Seed);
        Train(model, corpus, plan, done);

        var loss = NextCharacterLoss.Mean(model, corpus.HeldOut, options.Device, cancellation);
        BaseCheckpoint.Save(model, options.Finished, plan.Steps);
        File.Delete(options.Unfinished);
        AnsiConsole.MarkupLineInterpolated($"held-out loss [bold]{loss:0.000}[/] nats per character");
        AnsiConsole.WriteLine(new TextGenerator(model, options.Device).Continue("Returns the ", 400, options.Seed, cancellation));
        Console.WriteLine(options.Finished);
    }

    private void Train(CharGpt model, Corpus corpus, TrainingPlan plan, int done)
    {
        var parameters = model.parameters().ToList();
        using var optimizer = optim.AdamW(parameters, plan.LearningRate, beta2: 0.98, weight_decay: 0.05);
        TrainingDisplay.Show(plan.Steps, show =>
        {
            foreach (var step in new Trainer(model, parameters, optimizer, plan).Run(corpus.Train, options.Device, done))
            {
                show(step);
                if (step.Step % SaveEvery == 0 || cancellation.IsCancellationRequested)
                {
                    BaseCheckpoint.Save(model, options.Unfinished, step.Step);
                    saved = step.Step;
                }
                cancellation.ThrowIfCancellationRequested();
            }
        });
    }
}
