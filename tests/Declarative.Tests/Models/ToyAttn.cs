using Declarative.Tests.Support;

namespace Declarative.Tests.Models;

/// <summary>The attention model of the PEFT goldens: one layer, one head, no mask.</summary>
internal sealed class ToyAttn : nn.Module<Tensor, Tensor>, IAdapterHost
{
    public const long Hidden = 24;

    /// <summary>The rows that the generator would write: every linear layer.</summary>
    public static readonly string[] Members =
    [
        "model.layers.#.self_attn/q_proj", "model.layers.#.self_attn/k_proj", "model.layers.#.self_attn/v_proj",
        "model.layers.#.self_attn/o_proj", "model.layers.#/fc1", "score",
    ];

    public readonly ToyBody model = new();
    public readonly Linear score = nn.Linear(40, 6);
    private readonly AdapterPlan[] plans;

    public ToyAttn(params AdapterPlan[] plans)
        : base(nameof(ToyAttn))
    {
        this.plans = plans;
        RegisterComponents();
    }

    public IReadOnlyList<AdapterPlan> GetAdapterPlans() => plans;

    public override Tensor forward(Tensor x) => Dispatch.Forward(score, model.layers[0].forward(x));

    public sealed class ToyBody : nn.Module
    {
        public readonly ModuleList<ToyLayer> layers = new(new ToyLayer());

        public ToyBody()
            : base(nameof(ToyBody)) =>
            RegisterComponents();
    }

    public sealed class ToyLayer : nn.Module<Tensor, Tensor>
    {
        public readonly Projections self_attn = new();
        public readonly LayerNorm norm = nn.LayerNorm(Hidden);
        public readonly Linear fc1 = nn.Linear(Hidden, 40);

        public ToyLayer()
            : base(nameof(ToyLayer)) =>
            RegisterComponents();

        public override Tensor forward(Tensor x)
        {
            var n = norm.forward(x);
            var (q, k, v) = (Dispatch.Forward(self_attn.q_proj, n), Dispatch.Forward(self_attn.k_proj, n), Dispatch.Forward(self_attn.v_proj, n));
            var p = (q.matmul(k.transpose(1, 2)) / Math.Sqrt(Hidden)).softmax(-1);
            return Dispatch.Forward(fc1, x + Dispatch.Forward(self_attn.o_proj, p.matmul(v)));
        }
    }

    public sealed class Projections : nn.Module
    {
        public readonly Linear q_proj = nn.Linear(Hidden, Hidden);
        public readonly Linear k_proj = nn.Linear(Hidden, Hidden, hasBias: false);
        public readonly Linear v_proj = nn.Linear(Hidden, Hidden);
        public readonly Linear o_proj = nn.Linear(Hidden, Hidden, hasBias: false);

        public Projections()
            : base(nameof(Projections)) =>
            RegisterComponents();
    }
}
