using Declarative.Tests.Support;

namespace Declarative.Tests.Models;

/// <summary>The embedding model of the PEFT goldens.</summary>
internal sealed class ToyEmb : nn.Module<Tensor, Tensor>, IAdapterHost
{
    public static readonly string[] Members = ["embed_tokens", "lin"];

    public readonly Embedding embed_tokens = nn.Embedding(20, 12);
    public readonly Linear lin = nn.Linear(12, 10);
    private readonly AdapterPlan[] plans;

    public ToyEmb(params AdapterPlan[] plans)
        : base(nameof(ToyEmb))
    {
        this.plans = plans;
        RegisterComponents();
    }

    public IReadOnlyList<AdapterPlan> GetAdapterPlans() => plans;

    public override Tensor forward(Tensor ids) => Dispatch.Forward(lin, Dispatch.Forward(embed_tokens, ids));
}
