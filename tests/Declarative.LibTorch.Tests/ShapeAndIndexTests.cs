using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class ShapeAndIndexTests
{
    private readonly Tensor x = arange(24, dtype: ScalarType.Float32).reshape(2, 3, 4);

    [Fact]
    public void Views_share_memory()
    {
        using var flat = x.view(-1);
        flat[5] = tensor(-1f);
        Assert.Equal(-1f, x[0, 1, 1].item<float>());
        Assert.Equal([6L, 4L], x.flatten(0, 1).shape);
        Assert.Equal([2L, 3L, 2L, 2L], x.unflatten(2, 2, 2).shape);
    }

    [Fact]
    public void Dimensions_are_moved_added_and_dropped()
    {
        Assert.Equal([4L, 2L, 3L], x.permute(2, 0, 1).shape);
        Assert.Equal([2L, 4L, 3L], x.transpose(1, -1).shape);
        Assert.Equal([2L, 1L, 3L, 4L], x.unsqueeze(1).shape);
        Assert.Equal([2L, 3L, 4L], x.unsqueeze(1).squeeze(1).shape);
        Assert.Equal([3L], zeros(1, 3, 1).squeeze().shape);
        Assert.Equal([3L, 2L], zeros(2, 3).t().shape);
        Assert.Equal([2L, 3L, 4L], x.size());
        Assert.Equal(4L, x.size(-1));
        Assert.Equal([12L, 4L, 1L], x.stride());
        Assert.False(x.transpose(0, 1).is_contiguous());
        Assert.True(x.transpose(0, 1).contiguous().is_contiguous());
    }

    [Fact]
    public void Tensors_are_repeated_joined_and_parted()
    {
        Assert.Equal([2L, 5L], zeros(2, 1).expand(2, 5).shape);
        Assert.Equal([2L, 5L], zeros(2, 1).expand(-1, 5).shape);
        Assert.Equal([4L, 3L], zeros(2, 1).repeat(2, 3).shape);
        Assert.Equal([2L, 6L, 4L], cat([x, x], 1).shape);
        Assert.Equal([2L, 2L, 3L, 4L], stack([x, x]).shape);
        Assert.Equal([2, 1], x.split(2, 1).Select(part => (int)part.shape[1]));
        Assert.Equal([1, 2], x.split([1, 2], 1).Select(part => (int)part.shape[1]));
        Assert.Equal(2, x.chunk(2, 2).Length);
        Assert.Equal(3, x.unbind(1).Length);
        Assert.Equal([0L, 0L, 1L, 1L], arange(2).repeat_interleave(2).data<long>().ToArray());
    }

    [Fact]
    public void Indices_pick_views()
    {
        Assert.Equal(23f, x[1, 2, 3].item<float>());
        Assert.Equal([3L, 4L], x[1].shape);
        Assert.Equal([4f, 5f, 6f, 7f], x[0, 1].data<float>().ToArray());
        Assert.Equal([2L, 3L], x[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([2L, 2L, 4L], x[TensorIndex.Colon, TensorIndex.Slice(1, 3)].shape);
        Assert.Equal([2L, 2L, 4L], x[.., 1..].shape);
        Assert.Equal([1f, 3f], x[0, 0, TensorIndex.Slice(1, null, 2)].data<float>().ToArray());
        Assert.Equal([1L, 2L, 3L, 4L], x[TensorIndex.None].shape);
        Assert.Equal(11f, x[0, -1, -1].item<float>());
        Assert.Equal([8f, 9f, 10f, 11f], x[0, ^1].data<float>().ToArray());
        Assert.Equal([0L, 4L], zeros(3, 4)[TensorIndex.Slice(3)].shape);
    }

    [Fact]
    public void Tensors_and_masks_pick_copies()
    {
        using var rows = tensor(new long[] { 2, 0 });
        Assert.Equal([2L, 2L, 4L], x[TensorIndex.Colon, TensorIndex.Tensor(rows)].shape);
        Assert.Equal([8f, 0f], x[0][TensorIndex.Tensor(rows), 0].data<float>().ToArray());
        Assert.Equal([22f, 23f], x[x > 21].data<float>().ToArray());
        Assert.Equal([8f, 9f, 10f, 11f], x[0].index_select(0, rows)[0].data<float>().ToArray());
    }

    [Fact]
    public void Indices_can_be_written_to()
    {
        using var z = zeros(3, 4);
        z[0] = ones(4);
        z[1, 2] = tensor(5f);
        z[TensorIndex.Slice(2), TensorIndex.Slice(0, 2)] = full([1, 1, 2], 7f);
        z[z == 5] = tensor(6f);
        Assert.Equal([1f, 1f, 1f, 1f, 0f, 0f, 6f, 0f, 7f, 7f, 0f, 0f], z.data<float>().ToArray());
        using var row = tensor(new long[] { 2, 2 });
        using var twice = tensor(new long[] { 3, 3 });
        z.index_put_(ones(2), [TensorIndex.Tensor(row), TensorIndex.Tensor(twice)], accumulate: true);
        Assert.Equal(2f, z[2, 3].item<float>());
    }

    [Fact]
    public void Selection_by_index_tensors()
    {
        using var index = tensor(new long[] { 1, 0 }).reshape(2, 1);
        using var m = tensor(new float[] { 1, 2, 3, 4 }).reshape(2, 2);
        Assert.Equal([2f, 3f], m.gather(1, index).data<float>().ToArray());
        Assert.Equal([1f, 9f, 9f, 4f], m.scatter(1, index, full([2, 1], 9f)).data<float>().ToArray());
        Assert.Equal([1f, 0f, 0f, 4f], m.masked_fill(tensor(new[] { false, true, true, false }).view(2, 2), 0).data<float>().ToArray());
        Assert.Equal([1f, -1f, -1f, 4f], where(m == 2 | m == 3, full_like(m, -1), m).data<float>().ToArray());
        Assert.Equal([1f, 2f], m.narrow(0, 0, 1).data<float>().ToArray());
        Assert.Equal([1f, 0f, 3f, 4f], m.tril().data<float>().ToArray());
        Assert.Equal([4f, 3f, 2f, 1f], m.flip(0, 1).data<float>().ToArray());
        Assert.Equal([2f, 1f, 4f, 3f], m.roll(1, 1).data<float>().ToArray());
    }
}
