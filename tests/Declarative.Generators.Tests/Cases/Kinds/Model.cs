using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kinds;

[Lora(Rank = 2, Alpha = 1, Targets = "*", Exclude = "flat")]
public partial class Net : Module<Tensor, Tensor>
{
    private const int Channels = 6;
    private readonly Embedding tokens = Embedding(10, 12);
    private readonly Conv1d conv1 = Conv1d(5, Channels, 3, padding: 1);
    private readonly Conv2d conv2 = Conv2d(1, 2, (3, 5), bias: false);
    private readonly Conv2d square = Conv2d(2, 2, 3);
    private readonly Flatten flat = Flatten();
    private readonly Linear fc = Linear(2 * 2 * 6, 3);

    public Net()
        : base("net") => RegisterComponents();

    // ids [N, 5] -> [N, 5, 12] -> [N, 6, 12] -> [N, 2, 4, 8] -> [N, 2, 2, 6] -> [N, 3]
    public override Tensor forward(Tensor ids) =>
        fc.forward(flat.forward(square.forward(conv2.forward(conv1.forward(tokens.forward(ids)).unsqueeze(1)))));
}
