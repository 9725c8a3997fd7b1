using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Options;

public static partial class Outer
{
    [Lora(Name = "wide", Rank = 6, Alpha = 16, RankStabilized = true, Targets = "a", Dropout = 0.1, Bias = TrainedBias.LoraOnly)]
    [Lora(Name = "narrow", Rank = 3, Alpha = 1, Targets = "b|c", Init = LoraInit.Gaussian)]
    public partial class Net<T> : Module<Tensor, Tensor>
    {
        private readonly Linear a = Linear(4, 4), b = Linear(4, 4);
        private readonly Linear c = Linear(4, 4);
        [Lora(Name = "narrow", Rank = 1)]
        private readonly Linear d = Linear(4, 4);
        [Lora(Name = "narrow", Rank = 1)]
        private readonly ModuleList<Linear> e = new(Linear(4, 4));

        public Net()
            : base("net") => RegisterComponents();

        public override Tensor forward(Tensor x) => e[0].forward(d.forward(c.forward(b.forward(a.forward(x)))));
    }
}
