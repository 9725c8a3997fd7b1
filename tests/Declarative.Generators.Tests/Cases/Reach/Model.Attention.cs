using TorchSharp;
using static TorchSharp.torch;

namespace Reach;

internal partial class Attention
{
    public override Tensor forward(Tensor x) => o_proj.forward(Project(x) * v_proj.forward(x));
}
