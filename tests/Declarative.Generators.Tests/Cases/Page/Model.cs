using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Lora(Rank = 4, Targets = "fc")]
public partial class Ungrouped : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(1024, 2048);
    public Ungrouped() : base("u") => RegisterComponents();
    public override Tensor forward(Tensor x) => fc.forward(x);
}

namespace Models
{
    public partial class Outer<TOuter>
    {
        [Lora(Rank = 2, Bias = TrainedBias.LoraOnly)]
        public partial class Net<T> : Module<Tensor, Tensor>
        {
            private readonly Linear _under_, sized, either, text;
            private readonly ModuleList<Linear> layers = new();

            public Net(System.Collections.Generic.Dictionary<string, int> sizes, int flags, int depth, int width = 64) : base("n")
            {
                _under_ = Linear(width, 2 * width);
                sized = Linear(flags * depth, sizes["width"]);
                either = Linear(flags | 1, depth < 3 ? 1 : 2);
                text = Linear(4, sizes["a\\`_b_`; 25 % @(x) $(y)"]);
                for (var i = 0; i < depth; i++)
                    layers.append(Linear(16, 16, hasBias: false));
                RegisterComponents();
            }

            public override Tensor forward(Tensor x)
            {
                x = text.forward(either.forward(sized.forward(_under_.forward(x))));
                foreach (var layer in layers)
                    x = layer.forward(x);
                return x;
            }
        }
    }

    [Lora(Rank = 8, Targets = "q|v")]
    public partial class Attention : Module<Tensor, Tensor>
    {
        private readonly Linear q = Linear(128, 128, hasBias: false), v = Linear(128, 128, hasBias: false);
        public Attention() : base("a") => RegisterComponents();
        public override Tensor forward(Tensor x) => v.forward(q.forward(x));
    }
}
