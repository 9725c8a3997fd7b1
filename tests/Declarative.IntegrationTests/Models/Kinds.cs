using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>An embedding and a linear layer, both adapted.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "embed_tokens|lin")]
public sealed partial class EmbeddingModel : Module<Tensor, Tensor>
{
    private readonly Embedding embed_tokens = Embedding(11, 6);
    private readonly Linear lin = Linear(6, 3);

    public EmbeddingModel() : base(nameof(EmbeddingModel)) => RegisterComponents();

    public override Tensor forward(Tensor ids)
    {
        using var h = embed_tokens.forward(ids);
        return lin.forward(h);
    }
}

/// <summary>One-dimensional convolutions: plain, strided and padded, with and without bias.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "conv*")]
public sealed partial class Conv1dModel : Module<Tensor, Tensor>
{
    private readonly Conv1d conv1 = Conv1d(3, 4, 3, stride: 2, padding: 1);
    private readonly Conv1d conv2 = Conv1d(4, 5, 1, bias: false);

    public Conv1dModel() : base(nameof(Conv1dModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = conv1.forward(x);
        using var a = h.tanh();
        return conv2.call(a);
    }
}

/// <summary>Two-dimensional convolutions: padded, rectangular and strided, dilated.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "conv*")]
public sealed partial class Conv2dModel : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(3, 4, 3, padding: 1);
    private readonly Conv2d conv2 = Conv2d(4, 5, (3, 2), stride: (2, 1), padding: (1, 0), bias: false);
    private readonly Conv2d conv3 = Conv2d(5, 3, 2, dilation: 2);

    public Conv2dModel() : base(nameof(Conv2dModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = conv1.forward(x);
        using var a = h.tanh();
        using var g = conv2.forward(a);
        using var b = g.tanh();
        return conv3.call(b);
    }
}

/// <summary>Every kind of target at once, in a list and a <c>Sequential</c>.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "embed|convs.*|net.*")]
public sealed partial class MixedKindsModel : Module<Tensor, Tensor>
{
    private readonly Embedding embed = Embedding(11, 6);
    private readonly ModuleList<Conv1d> convs = new(Conv1d(6, 6, 3, padding: 1), Conv1d(6, 6, 1));
    private readonly Sequential net = Sequential(Linear(6, 5), ReLU(), new ParameterLinear(5, 4));

    public MixedKindsModel() : base(nameof(MixedKindsModel)) => RegisterComponents();

    public override Tensor forward(Tensor ids)
    {
        using var rows = embed.forward(ids);
        var h = rows.transpose(1, 2);
        foreach (var conv in convs)
            h = conv.forward(h);
        using var back = h.transpose(1, 2);
        return net.forward(back);
    }
}
