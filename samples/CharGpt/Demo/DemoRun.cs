using System.Diagnostics;
using CharGptSample.Data;
using CharGptSample.Model;
using CharGptSample.Reporting;
using CharGptSample.Training;
using Declarative;
using TorchSharp;
using static TorchSharp.torch;

namespace CharGptSample.Demo;

/// <summary>The main job, in the order a user would do it.</summary>
public sealed class DemoRun(DemoOptions options, CancellationToken cancellation)
{
    private const int SaveEvery = 50;
    private const int HeldOutMarks = 8;

    private readonly SavedAdapter saved = new(options.AdapterFolder);

    /// <summary>What is on disk at this moment, in a sentence.</summary>
    public string OnDisk => saved.OnDisk;

    /// <summary>Does it all.</summary>
    public void Go()
    {
        var clock = Stopwatch.StartNew();
        var config = new CharGptConfig();
        var (english, fresh) = ReadText(config);

        DemoConsole.Heading("The base model");
        using var model = new CharGpt(config);
        BaseCheckpoint.Load(model, BaseCheckpoint.Committed);
        model.to(options.Device);
        model.eval();
        var size = model.parameters().Sum(parameter => parameter.numel());
        DemoConsole.Model(config, size);
        var before = (English: Measure(english, model), New: Measure(fresh, model));
        using var probe = Probe(fresh.Corpus, config);
        var baseLogits = Proofs.Logits(model, probe);

        DemoConsole.Heading("The adapters");
        var method = options.Method;
        using var adapters = AdapterSet.Attach(model, method.AdapterName);
        if (!method.KeepsBase)
            baseLogits = Proofs.Disabled(model, adapters, probe);
        DemoConsole.Reports(method.CompileTime, adapters.Report);
        if (method.Typed(model) is var (expression, rank))
            DemoConsole.Typed(expression, rank);

        DemoConsole.Heading($"Fine-tuning on {fresh.Corpus.Description}");
        var plan = new TrainingPlan(options.Steps, Batch: 24, method.LearningRate, Warmup: 20, options.Seed);
        var (steps, heldOut) = Train(model, adapters, fresh.Corpus, plan, before.New.Loss);

        DemoConsole.Heading("What changed");
        var after = (English: Measure(english, model), New: Measure(fresh, model));
        var englishResult = new BeforeAndAfter(english.Corpus, before.English, after.English);
        var newResult = new BeforeAndAfter(fresh.Corpus, before.New, after.New);
        DemoConsole.Changes(englishResult, newResult);

        DemoConsole.Heading("What must hold");
        using var reloaded = Reload(config);
        var proofs = Proofs.Of(model, adapters, probe, baseLogits, reloaded, method.MostReloaded);
        DemoConsole.Proofs(proofs);

        var result = new DemoResult(
            englishResult, newResult, steps, heldOut, plan, method.CompileTime, adapters.Report, proofs,
            adapters.Parameters.Sum(parameter => parameter.numel()), size, clock.Elapsed, options.AdapterFolder);
        HtmlPage.Write(options.Page, result);
        DemoConsole.Done(result, options.Page);
        if (!proofs.Hold)
            throw new SampleException("The adapters do not do what they must; see above.");
    }

    private (Domain English, Domain New) ReadText(CharGptConfig config)
    {
        var minimum = config.Context + 2;
        var english = Corpus.Split("English", "the .NET reference documentation",
            ReferenceDocumentation.Read(ReferencePacks.DocumentationFiles()), minimum);
        cancellation.ThrowIfCancellationRequested();

        if (options.Text.Count == 0)
            return (new Domain(english, "Returns the "), new Domain(
                Corpus.Split("C#", "this repository's C#", RepositorySource.Read(RepositorySource.Root()), minimum),
                "public static "));

        var own = Corpus.Split("your text", Names(options.Text), UserText.Read(options.Text), minimum);
        return (new Domain(english, "Returns the "), new Domain(own, Vocabulary.Decode(own.HeldOut.AsSpan(0, 24))));
    }

    private static string Names(IReadOnlyList<FileInfo> files) => files.Count > 3
        ? $"{files[0].Name} and {files.Count - 1} other files"
        : string.Join(", ", files.Select(file => file.Name));

    private Measurement Measure(Domain domain, CharGpt model) =>
        domain.Measure(model, options.Device, options.Seed, cancellation);

    private (IReadOnlyList<TrainingStep>, IReadOnlyList<(int, double)>) Train(
        CharGpt model, AdapterSet adapters, Corpus corpus, TrainingPlan plan, double lossBefore)
    {
        var taken = new List<TrainingStep>();
        var heldOut = new List<(int, double)> { (0, lossBefore) };
        using var optimizer = adapters.AdamW(plan.LearningRate);
        var trainer = new Trainer(model, adapters.Parameters, optimizer, plan, adapters);
        TrainingDisplay.Show(plan.Steps, show =>
        {
            foreach (var step in trainer.Run(corpus.Train, options.Device))
            {
                taken.Add(step);
                show(step);
                if (step.Step % SaveEvery == 0 || step.Step == plan.Steps || cancellation.IsCancellationRequested)
                    saved.Save(adapters, step.Step);
                cancellation.ThrowIfCancellationRequested();
                if (step.Step * HeldOutMarks / plan.Steps != (step.Step - 1) * HeldOutMarks / plan.Steps)
                    heldOut.Add((step.Step, NextCharacterLoss.Mean(model, corpus.HeldOut, options.Device, cancellation)));
            }
        });
        return (taken, heldOut);
    }

    private CharGpt Reload(CharGptConfig config)
    {
        var model = new CharGpt(config);
        BaseCheckpoint.Load(model, BaseCheckpoint.Committed);
        model.to(options.Device);
        model.eval();
        AdapterSet.LoadPretrained(model, options.AdapterFolder, options.Method.AdapterName);
        return model;
    }

    private Tensor Probe(Corpus corpus, CharGptConfig config)
    {
        var tokens = corpus.HeldOut.Take(config.Context).Select(token => (long)token).ToArray();
        return tensor(tokens, [1, tokens.Length], device: options.Device);
    }
}
