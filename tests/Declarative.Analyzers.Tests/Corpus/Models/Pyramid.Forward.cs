using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.Pyramid;

public abstract partial class Backbone<TBlock>
{
    protected Tensor Features(Tensor x)
    {
        x = Activate(stem.forward(x));
        var last = stages.Count - 1;
        for (var i = 0; i <= last; i++)
        {
            var y = stages[i].forward(x);
            x = i == last ? y : functional.avg_pool2d(y, 2);
        }
        return x;
    }
}

public partial class Pyramid
{
    public Tensor Embed(Tensor x) => embed.forward(Features(x).mean(new long[] { 2, 3 }));

    public override Tensor forward(Tensor x) => head is null ? Embed(x) : head.forward(Activate(Embed(x)));

    protected override Tensor Activate(Tensor x) => functional.silu(base.Activate(x));
}
