using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class ErrorTests
{
    [Fact]
    public void Shapes_that_do_not_fit()
    {
        Fails("cannot be multiplied", () => ones(2, 3).mm(ones(2, 3)));
        Fails("must match", () => _ = ones(2) + ones(3));
        Fails("is invalid for input of size", () => ones(4).view(3));
        Fails("out of range", () => ones(4)[4]);
        Fails("Dimension out of range", () => ones(4).sum(1));
        Fails("out of range", () => ones(4).size(3));
    }

    [Fact]
    public void Types_that_do_not_fit() => Fails("expected", () => ones(2, 2).mm(ones([2, 2], dtype: ScalarType.Float64)));

    [Fact]
    public void Matrices_that_cannot_be_inverted() => Fails("singular", () => linalg.inv(zeros(2, 2)));

    [Fact]
    public void A_tensor_is_usable_after_a_failure()
    {
        using var t = ones(2);
        for (var i = 0; i < 100; i++)
            Fails("must match", () => t.add_(ones(3)));
        Assert.Equal([1f, 1f], t.data<float>().ToArray());
    }

    [Fact]
    public void Devices_that_are_not_there()
    {
        if (cuda.is_available())
            return;
        Assert.Equal(0, cuda.device_count());
        Assert.ThrowsAny<Exception>(() => ones(1).cuda());
        Assert.ThrowsAny<Exception>(() => ones(1).to("cuda:0"));
        Assert.ThrowsAny<Exception>(() => zeros(1, device: device("cuda")));
        cuda.manual_seed(1);
    }

    [Fact]
    public void Numbers_of_tensors_with_several_elements()
    {
        using var several = ones(3);
        Fails("cannot be converted to Scalar", () => several.ToScalar());
    }

    private static void Fails(string message, Func<object> action)
    {
        var exception = Assert.Throws<ExternalException>(() => { _ = action(); });
        Assert.Contains(message, exception.Message, StringComparison.OrdinalIgnoreCase);
#if ENGINE_LIBTORCH
        Assert.DoesNotContain("Exception raised from", exception.Message, StringComparison.Ordinal);
#endif
    }
}
