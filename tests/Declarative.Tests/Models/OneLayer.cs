using Declarative.Tests.Support;

namespace Declarative.Tests.Models;

/// <summary>A model of one layer, named <c>layer</c>.</summary>
internal sealed class OneLayer : nn.Module<Tensor, Tensor>, IAdapterHost
{
    private readonly nn.Module<Tensor, Tensor> target;
    private readonly AdapterPlan plan;

    public OneLayer(nn.Module<Tensor, Tensor> target, AdapterOptions options)
        : base(nameof(OneLayer))
    {
        this.target = target;
        plan = Plans.Of(null, options, "layer");
        register_module("layer", target);
    }

    public IReadOnlyList<AdapterPlan> GetAdapterPlans() => [plan];

    public override Tensor forward(Tensor x) => Dispatch.Forward(target, x);

    protected override void RegisterComponents()
    {
    }
}
