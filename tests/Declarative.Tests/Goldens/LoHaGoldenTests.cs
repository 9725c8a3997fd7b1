namespace Declarative.Tests.Goldens;

/// <summary>
/// Two gradients of LoHa in the Tucker form that PEFT gets wrong: that of one product's A is computed with the other product's
/// core and B. Ours are held against finite differences instead.
/// </summary>
public sealed class LoHaGoldenTests
{
    private const string Case = "loha_conv2d_effective";
    private const string Layer = "base_model.model.conv3.";

    /// <summary>Whether the recorded gradient is one of those.</summary>
    internal static bool IsWrongInPEFT(string name, string key) => name == Case && key is Layer + "hada_w1_a" or Layer + "hada_w2_a";

    [Theory]
    [InlineData("1", "2")]
    [InlineData("2", "1")]
    public void PEFT_takes_the_gradient_of_one_A_with_the_core_of_the_other_product(string one, string other)
    {
        using var golden = new GoldenCase(Case);
        using var scope = NewDisposeScope();
        Tensor Of(string tensor) => golden[$"adapter.{Layer}hada_{tensor}"];
        var weight = golden["base.conv3.weight"].clone().requires_grad_();
        var y = nn.functional.conv2d(golden["layer_in.conv3"], weight, padding: [1, 1]);
        (y * golden["layer_grad_out.conv3"]).sum().backward();

        var side = einsum("ijkl,jr->irkl", Of($"t{other}"), Of($"w{other}_b"));
        var product = einsum("ijkl,ir->rjkl", side, Of($"w{other}_a"));
        var wrong = einsum("rjkl,ijkl->ri", side, product * weight.grad!);
        Support.Near.Equal(golden[$"grad.{Layer}hada_w{one}_a"], wrong, 1e-5);
    }
}
