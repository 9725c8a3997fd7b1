namespace Declarative.Tests.Methods.DoRA;

/// <summary>A layer that computes with m·V / ‖V‖, V = W + s·B·A, put together entry by entry and differentiated by autograd.</summary>
internal static class Dense
{
    public static Tensor Forward(nn.Module<Tensor, Tensor> layer, LoraAdapter adapter, Tensor x, ScalarType type = ScalarType.Float64)
    {
        var tensors = adapter.CheckpointTensors().Select(t => t.Parameter.to_type(type)).ToList();
        var (a, b, m) = (tensors[0].flatten(1), tensors[1].flatten(1), tensors[2].reshape(-1, 1));
        var w = adapter.Weight.Current.to_type(type);
        var matrix = layer is Embedding ? w.t() : w.flatten(1);
        var v = matrix + (b.mm(a) * adapter.Scaling);
        var result = m * v / v.norm(1, keepdim: true).detach();
        return layer switch
        {
            Embedding => result.t().index_select(0, x.reshape(-1)).view(2, 3, -1),
            Conv1d conv => nn.functional.conv1d(x, result.view(w.shape), conv.bias, conv.stride[0], conv.padding![0], conv.dilation[0]),
            Conv2d { padding_type: not null } conv => nn.functional.conv2d(nn.functional.pad(x, [1, 1, 1, 1], PaddingModes.Reflect), result.view(w.shape), conv.bias),
            Conv2d conv => nn.functional.conv2d(x, result.view(w.shape), conv.bias, conv.stride, conv.padding, conv.dilation),
            Linear linear => nn.functional.linear(x.to_type(type), result, linear.bias),
            _ => nn.functional.linear(x, result, BaseTensor.Find(layer, "bias")),
        };
    }
}
