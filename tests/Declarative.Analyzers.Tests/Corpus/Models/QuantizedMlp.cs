// A linear class of the application's own, with its weight in a buffer, as quantised models have it.
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.Quantized
{
    public class BufferLinear : Module<Tensor, Tensor>
    {
        private readonly Tensor weight;
        private readonly Tensor scale;
        private readonly Parameter? bias;

        public BufferLinear(long inFeatures, long outFeatures, bool hasBias = true) : base("BufferLinear")
        {
            weight = torch.zeros(outFeatures, inFeatures);
            scale = torch.ones(outFeatures, 1);
            if (hasBias)
                bias = new Parameter(torch.zeros(outFeatures));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var dense = weight * scale;
            return functional.linear(input, dense, bias);
        }
    }

    [Lora(Rank = 4, Targets = "fc_in|fc_out")]
    public partial class QuantizedMlp : Module<Tensor, Tensor>
    {
        protected readonly BufferLinear fc_in;
        protected readonly BufferLinear fc_out;
        private readonly GELU act = GELU();

        public QuantizedMlp(long width, long inner) : base("QuantizedMlp")
        {
            fc_in = new BufferLinear(width, inner);
            fc_out = new BufferLinear(inner, width, hasBias: false);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            var h = fc_in.forward(x);
            h = act.forward(h);
            return fc_out.call(h);
        }
    }

    public static class Example
    {
        public static (Module Model, System.Func<Tensor> Loss) Create()
        {
            var model = new QuantizedMlp(width: 16, inner: 32);
            foreach (var (name, buffer) in model.named_buffers())
            {
                if (name.EndsWith("weight", System.StringComparison.Ordinal))
                    init.normal_(buffer, 0, 0.3);
            }
            var (x, y) = (randn(8, 16), randn(8, 16));
            return (model, () => functional.mse_loss(model.forward(x), y));
        }
    }
}
