using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Starts;

[Lora(Rank = 2, Targets = "frozen|conv", FreezeA = true, ProjectGradient = true, LearningRateRatio = 16)]
[Lora(Name = "olora", Rank = 2, Alpha = 4, Targets = "taken", Init = LoraInit.OLoRA)]
[DoRA(Name = "eva", Rank = 2, Targets = "data", Init = LoraInit.Eva)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear frozen = Linear(4, 6), taken = Linear(6, 6), data = Linear(6, 4);
    private readonly Conv1d conv = Conv1d(4, 4, 3, padding: 1);

    public Net()
        : base("net") => RegisterComponents();

    public override Tensor forward(Tensor x) => conv.forward(data.forward(taken.forward(frozen.forward(x))).transpose(1, 2));
}
