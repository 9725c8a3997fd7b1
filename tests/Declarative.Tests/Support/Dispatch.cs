namespace Declarative.Tests.Support;

/// <summary>What a generated interceptor does for one call.</summary>
internal static class Dispatch
{
    public static Tensor Forward(nn.Module<Tensor, Tensor> layer, Tensor input) =>
        AdapterDispatch.Find(layer) is { } adapter ? adapter.forward(input) : layer.forward(input);
}
