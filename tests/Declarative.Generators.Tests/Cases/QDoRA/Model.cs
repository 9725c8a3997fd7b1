using Declarative;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace QuantizedDirection;

[QDoRA(Rank = 4, Alpha = 8, Dropout = 0.1, Targets = "fc|any")]
[QDoRA(Rank = 2, Type = QuantizationType.Int8, BlockSize = 32, DoubleQuantization = false, Targets = "plain")]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(32, 48);
    private readonly Linear plain = Linear(48, 32, hasBias: false);
    private readonly Module<Tensor, Tensor> any = Linear(32, 32);

    public Net()
        : base("net") => RegisterComponents();

    public override Tensor forward(Tensor x) => any.call(plain.forward(fc.forward(x)));
}
