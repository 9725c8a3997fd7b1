using CharGptSample.Model;
using Declarative;

namespace CharGptSample.Demo;

/// <summary>An adapter method that the demo can train with: one attribute of the model's classes, by its name.</summary>
/// <param name="Option">What <c>--method</c> calls it.</param>
/// <param name="LearningRate">The learning rate that the method trains well with here.</param>
/// <param name="KeepsBase">Whether the base model is given back to the bit; a quantised weight is not.</param>
/// <param name="MostReloaded">
/// How far a reloaded adapter may move a logit: not at all, but where a checkpoint leaves out what is zero, which changes the
/// order of a sum.
/// </param>
public sealed record DemoMethod(string Option, double LearningRate, bool KeepsBase = true, double MostReloaded = 0)
{
    /// <summary>LoRA, by attributes on the classes that own the layers.</summary>
    public static readonly DemoMethod Lora = new("lora", LearningRate: 8e-3);

    /// <summary>Every method; the others than LoRA are attributes of <see cref="CharGpt"/>, which reach inward.</summary>
    public static readonly IReadOnlyList<DemoMethod> All =
    [
        Lora,
        new("dora", LearningRate: 8e-3),
        new("qlora", LearningRate: 8e-3, KeepsBase: false),
        new("qdora", LearningRate: 8e-3, KeepsBase: false),
        new("vera", LearningRate: 2e-2),
        new("adalora", LearningRate: 8e-3, MostReloaded: Proofs.Tolerance),
        new("deltalora", LearningRate: 4e-3),
        new("ia3", LearningRate: 2e-2),
        new("loha", LearningRate: 8e-3),
        new("lokr", LearningRate: 8e-3),
        new("oft", LearningRate: 4e-3),
        new("bitfit", LearningRate: 2e-2),
        new("normtuning", LearningRate: 2e-2),
    ];

    /// <summary>The <c>Name</c> of the attributes.</summary>
    public string AdapterName => this == Lora ? "default" : Option;

    /// <summary>The compile-time reports of the classes with such an attribute.</summary>
    public IReadOnlyList<KeyValuePair<string, AdapterReport>> CompileTime => this == Lora
        ? [new(nameof(CausalSelfAttention), CausalSelfAttention.AdapterReport), new(nameof(GatedMlp), GatedMlp.AdapterReport)]
        : [new(nameof(CharGpt), new AdapterReport([.. CharGpt.AdapterReport.Rows.Where(r => r.Method.Equals(Option, StringComparison.OrdinalIgnoreCase))]))];

    /// <summary>The method of that option.</summary>
    public static DemoMethod Of(string option) => All.Single(m => m.Option == option);

    /// <summary>
    /// The rank of the first block's <c>q_proj</c>, by typed access, and the expression that reads it; null where the method trains
    /// the model's own parameters, so that there is no adapter.
    /// </summary>
    public (string Expression, int Rank)? Typed(Model.CharGpt model) => this == Lora
        ? ("model.blocks[0].attn.Adapters!.q_proj.Rank", model.blocks[0].attn.Adapters!.q_proj.Rank)
        : Model.CharGpt.AdaptersOf(model.blocks[0].attn) is null ? null
        : ("CharGpt.AdaptersOf(model.blocks[0].attn)!.q_proj!.Rank", Model.CharGpt.AdaptersOf(model.blocks[0].attn)!.q_proj!.Rank);
}
