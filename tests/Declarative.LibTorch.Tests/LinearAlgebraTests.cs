using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class LinearAlgebraTests
{
    private readonly Tensor a = tensor(new double[] { 2, 1, 1, 3, 0, 1 }, [2, 3]);
    private readonly Tensor b = tensor(new double[] { 1, 2, 0, 1, 4, 0 }, [3, 2]);
    private readonly Tensor product = tensor(new double[] { 6, 5, 7, 6 }, [2, 2]);

    [Fact]
    public void Products_agree()
    {
        Assert.True(a.mm(b).equal(product).all().item<bool>());
        Assert.True(a.matmul(b).Equals(product));
        Assert.True(a.unsqueeze(0).bmm(b.unsqueeze(0))[0].Equals(product));
        Assert.True(einsum("ij,jk->ik", a, b).allclose(product));
        Assert.True(a.mv(b.select(1, 0)).Equals(product.select(1, 0)));
        Assert.Equal(6, a[0].dot(b.select(1, 0)).item<double>());
        Assert.Equal([4L, 6L], kron(product, a)[..4].shape.Select((size, i) => i == 0 ? size : 6));
    }

    [Fact]
    public void Sums_with_products_take_beta_and_alpha()
    {
        using var c = ones(2, 2, dtype: ScalarType.Float64);
        Assert.True(c.addmm(a, b, beta: 2, alpha: 0.5f).allclose(2 * c + 0.5 * product));
        using var kept = c.clone();
        Assert.Same(kept, kept.addmm_(a, b, 1, 2));
        Assert.True(kept.allclose(c + 2 * product));
        Assert.True(c.addbmm(a.unsqueeze(0), b.unsqueeze(0)).allclose(c + product));
        Assert.True(c[0].addmv(a, b.select(1, 0)).allclose(c[0] + product.select(1, 0)));
    }

    [Fact]
    public void Singular_values_rebuild_the_matrix()
    {
        var (u, s, vh) = linalg.svd(a, fullMatrices: false);
        Assert.Equal([2L], s.shape);
        Assert.True(u.mm(s.diag()).mm(vh).allclose(a));
        Assert.Equal([3L, 3L], linalg.svd(a).Vh.shape);
    }

    [Fact]
    public void Orthonormal_factors_rebuild_the_matrix()
    {
        var (q, r) = linalg.qr(b);
        Assert.True(q.mm(r).allclose(b));
        Assert.True(q.t().mm(q).allclose(eye(2, dtype: ScalarType.Float64)));
        Assert.Equal([3L, 3L], linalg.qr(b, linalg.QRMode.Complete).Q.shape);
    }

    [Fact]
    public void Inverses_and_solutions()
    {
        Assert.True(linalg.inv(product).mm(product).allclose(eye(2, dtype: ScalarType.Float64)));
        Assert.True(linalg.solve(product, product.mm(a)).allclose(a));
        Assert.True(linalg.solve(product, b.mm(product), left: false).allclose(b));
        Assert.Equal(1, linalg.det(product).item<double>(), 9);
    }
}
