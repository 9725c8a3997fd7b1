// Private fields with underscores, registered under the checkpoint's names; nullable layers chosen in the constructor.
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;
using Tensor = TorchSharp.torch.Tensor;

namespace Corpus.RegisteredNames;

[Lora(Targets = "query|value|dense|shortcut", Rank = 4)]
internal partial class CrossAttention : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Linear _query, _key, _value;
    [ComponentName(Name = "dense")]
    private readonly Linear _out;
    private readonly Linear? _shortcut;

    internal CrossAttention(long dim, long? contextDim = null) : base(nameof(CrossAttention))
    {
        _query = nn.Linear(dim, dim);
        _key = nn.Linear(contextDim ?? dim, dim);
        _value = nn.Linear(contextDim ?? dim, dim);
        _out = nn.Linear(dim, dim);
        _shortcut = contextDim is { } size && size != dim ? nn.Linear(dim, dim, hasBias: false) : null;
        register_module("query", _query);
        register_module("key", _key);
        register_module("value", _value);
        register_module("dense", _out);
        if (_shortcut != null)
            register_module("shortcut", _shortcut);
    }

    public override Tensor forward(Tensor x, Tensor context)
    {
        var q = _query.forward(x);
        var k = _key.forward(context);
        var v = _value.forward(context);
        var y = _out.forward(nn.functional.softmax(q.matmul(k.transpose(-2, -1)), -1).matmul(v));
        if (_shortcut is not null)
            y = y + _shortcut.forward(x);
        return _shortcut?.forward(y) ?? y;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _query.Dispose();
            _key.Dispose();
            _value.Dispose();
            _out.Dispose();
            _shortcut?.Dispose();
        }
        base.Dispose(disposing);
    }
}

internal static class Example
{
    public static (nn.Module Model, System.Func<Tensor> Loss) Create()
    {
        var model = new CrossAttention(dim: 16, contextDim: 24);
        var (x, context, y) = (randn(2, 5, 16), randn(2, 7, 24), randn(2, 5, 16));
        return (model, () => nn.functional.mse_loss(model.forward(x, context), y));
    }
}
