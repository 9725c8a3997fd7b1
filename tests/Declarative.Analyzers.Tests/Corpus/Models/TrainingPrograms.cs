// Programs around a model: pretraining, fine-tuning, evaluation of the merged model, moves, checkpoints.
using System;
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.TrainingPrograms;

[Lora(Rank = 4, Targets = "fc1|fc2")]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(16, 32), fc2 = Linear(32, 16);

    public Mlp() : base("mlp") => RegisterComponents();

    public override Tensor forward(Tensor x) => fc2.forward(functional.relu(fc1.forward(x)));
}

public static class Script
{
    public static void PretrainAndTune(IReadOnlyList<Tensor> batches, Device device)
    {
        var model = new Mlp().to(device);
        using (var optimizer = optim.AdamW(model.parameters(), 1e-3))
        {
            foreach (var batch in batches)
            {
                optimizer.zero_grad();
                Loss(model, batch).backward();
                optimizer.step();
            }
        }
        model.save("base.dat");

        using var adapters = AdapterSet.Attach(model);
        using var tuner = adapters.AdamW(learningRate: 1e-4);
        var schedule = optim.lr_scheduler.StepLR(tuner, 10);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            model.train();
            foreach (var batch in batches)
            {
                using var scope = NewDisposeScope();
                tuner.zero_grad();
                using var loss = Loss(model, batch);
                if (loss.isnan().any().item<bool>())
                    continue;
                loss.backward();
                tuner.step();
            }
            schedule.step();
            Evaluate(model, adapters, batches);
            adapters.SavePretrained($"out/{epoch}");
        }
        adapters.Merge();
        model.save("merged.dat");
    }

    public static double Cross(IReadOnlyList<Tensor> batches)
    {
        var total = 0.0;
        for (var fold = 0; fold < 5; fold++)
        {
            var model = new Mlp();
            model.load("base.dat");
            using var adapters = AdapterSet.Attach(model);
            using var optimizer = optim.SGD(adapters.Parameters, 0.1);
            for (var i = 0; i < batches.Count; i++)
            {
                Loss(model, batches[i]).backward();
                if (i % 4 == fold % 4)
                {
                    optimizer.step();
                    optimizer.zero_grad();
                }
            }
            adapters.Merge();
            total += Loss(model, batches[fold]).item<float>();
        }
        return total;
    }

    public static Mlp Loaded(string folder, Device device)
    {
        var model = new Mlp();
        model.load("base.dat");
        AdapterSet.LoadPretrained(model, folder);
        return model.to(device);
    }

    public static void Compare(Mlp student, Mlp teacher, Tensor x)
    {
        using var adapters = AdapterSet.Attach(student);
        using var optimizer = adapters.AdamW();
        using var whole = optim.AdamW(teacher.parameters());
        teacher.to(ScalarType.Float64);
        using (adapters.Disable())
            Loss(student, x).Dispose();
        (student.forward(x) - teacher.forward(x)).square().mean().backward();
        optimizer.step();
    }

    private static void Evaluate(Mlp model, AdapterSet adapters, IEnumerable<Tensor> batches)
    {
        model.eval();
        adapters.Merge();
        try
        {
            using var none = no_grad();
            foreach (var batch in batches)
                Loss(model, batch).Dispose();
        }
        finally
        {
            adapters.Unmerge();
        }
    }

    private static Tensor Loss(Mlp model, Tensor x) => (model.forward(x) - x).square().mean();
}

public sealed class Session : IDisposable
{
    private readonly Mlp model;
    private readonly AdapterSet adapters;
    private optim.Optimizer optimizer;

    public Session(Mlp model, Device device)
    {
        this.model = model.to(device);
        adapters = AdapterSet.Attach(this.model);
        optimizer = adapters.AdamW();
    }

    public void Restart(Device device)
    {
        optimizer.Dispose();
        model.to(device);
        optimizer = adapters.AdamW();
    }

    public float Step(Tensor x)
    {
        if (adapters.IsMerged)
            adapters.Unmerge();
        optimizer.zero_grad();
        using var loss = model.forward(x).square().mean();
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }

    public Tensor Run(Tensor x)
    {
        if (!adapters.IsMerged)
            adapters.Merge();
        using var none = no_grad();
        return model.forward(x);
    }

    public void Dispose()
    {
        optimizer.Dispose();
        adapters.Dispose();
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new Mlp();
        var (x, y) = (randn(8, 16), randn(8, 16));
        return (model, () => functional.mse_loss(model.forward(x), y));
    }
}
