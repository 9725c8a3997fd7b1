// One trunk and a head per task: modules in a ModuleDict that the caller names, adapters of its own for each language.
using System;
using System.Collections.Generic;
using System.Linq;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.MultiTask;

public enum Task
{
    Sentiment,
    Topic,
    Similarity,
}

public sealed class ClassificationHead : Module<Tensor, Tensor>
{
    private readonly Linear dense;
    private readonly Dropout dropout;
    private readonly Linear out_proj;

    public ClassificationHead(long width, long classes, double drop) : base(nameof(ClassificationHead))
    {
        dense = Linear(width, width);
        dropout = Dropout(drop);
        out_proj = Linear(width, classes);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) =>
        out_proj.forward(dropout.forward(functional.tanh(dense.forward(dropout.forward(x)))));
}

[Lora(Rank = 2, Targets = "trunk.*|languages.*|heads.*.dense|heads.*.out_proj")]
public partial class MultiTaskModel : Module<Tensor, Tensor>
{
    private readonly Sequential trunk;
    private readonly ModuleDict<Linear> languages = new();
    private readonly ModuleDict<ClassificationHead> heads;

    public MultiTaskModel(int inputs, int width, IReadOnlyDictionary<Task, int> tasks, params string[] languageCodes)
        : base(nameof(MultiTaskModel))
    {
        trunk = Sequential(Linear(inputs, width), GELU(), LayerNorm(width), Linear(width, width));
        foreach (var code in languageCodes)
            languages.Add(code, Linear(width, width, hasBias: false));
        heads = new ModuleDict<ClassificationHead>();
        foreach (var (task, classes) in tasks)
            heads.Add(Key(task), new ClassificationHead(width, classes, drop: 0.1));
        RegisterComponents();
        ActiveTask = tasks.Keys.First();
        ActiveLanguage = languageCodes[0];
    }

    public Task ActiveTask { get; set; }

    public string ActiveLanguage { get; set; }

    public override Tensor forward(Tensor x)
    {
        if (!languages.ContainsKey(ActiveLanguage))
            throw new InvalidOperationException($"No layer for the language '{ActiveLanguage}'.");
        var hidden = trunk.forward(x);
        hidden = hidden + languages[ActiveLanguage].forward(hidden);
        return heads.TryGetValue(Key(ActiveTask), out var head)
            ? head.forward(hidden)
            : throw new InvalidOperationException($"No head for the task '{ActiveTask}'.");
    }

    private static string Key(Task task) => task.ToString().ToLowerInvariant();
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var tasks = new Dictionary<Task, int> { [Task.Sentiment] = 4, [Task.Topic] = 8 };
        var model = new MultiTaskModel(inputs: 12, width: 16, tasks, "en", "de");
        var (x, labels) = (randn(6, 12), randint(0, 4, new long[] { 6 }));
        return (model, () =>
        {
            var loss = zeros(1);
            foreach (var task in tasks.Keys)
            {
                foreach (var language in new[] { "en", "de" })
                {
                    (model.ActiveTask, model.ActiveLanguage) = (task, language);
                    loss = loss + functional.cross_entropy(model.forward(x), labels);
                }
            }
            return loss.sum();
        });
    }
}
