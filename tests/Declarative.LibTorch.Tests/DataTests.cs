using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class DataTests
{
    [Fact]
    public void Elements_are_read_and_written_in_place()
    {
        using var t = tensor(new float[] { 1, 2, 3, 4 }).reshape(2, 2);
        var data = t.data<float>();
        Assert.Equal(4, data.Count);
        Assert.Equal(3f, data[2]);
        Assert.Equal(3f, data[1, 0]);
        data[1, 1] = 9;
        Assert.Equal(9f, t[1, 1].item<float>());
        data.CopyFrom([7f, 8f], 0, 1);
        Assert.Equal([1f, 7f, 8f, 9f], data.ToArray());
        var part = new float[3];
        data.CopyTo(part, 1, 2);
        Assert.Equal([0f, 8f, 9f], part);
        Assert.Throws<IndexOutOfRangeException>(() => data[4]);
    }

    [Fact]
    public void Elements_of_views_come_in_the_order_of_their_indices()
    {
        using var t = arange(6).reshape(2, 3);
        Assert.Equal([0L, 3L, 1L, 4L, 2L, 5L], t.t().data<long>().ToArray());
        Assert.Equal([1L, 4L], t.select(1, 1).data<long>().ToArray());
        Assert.Equal([0L, 3L, 1L, 4L, 2L, 5L], t.t().data<long>());
    }

    [Fact]
    public void The_type_of_the_elements_is_checked()
    {
        using var t = ones(1);
        Assert.Throws<ArgumentException>(() => t.data<double>());
        Assert.Throws<ArgumentException>(() => t.item<long>());
        Assert.Throws<ArgumentException>(() => ones(2).item<float>());
    }

    [Fact]
    public void One_element_converts_to_any_number()
    {
        using var t = tensor(2.75);
        Assert.Equal(2.75f, t.ToSingle());
        Assert.Equal(2.75, t.ToDouble());
        Assert.Equal(2L, t.ToInt64());
        Assert.Equal(2, t.to_type(ScalarType.Int32).ToInt32());
        Assert.Equal(2.75, t.ToScalar().ToDouble());
        Assert.Equal(2.75f, (float)t);
        Assert.True(tensor(1).ToBoolean());
    }

    [Fact]
    public void Half_precision_is_read_as_its_own_type_and_as_bytes()
    {
        using var half = tensor(new float[] { 1, -2 }).to_type(ScalarType.Float16);
        using var brain = tensor(new float[] { 1, -2 }).to_type(ScalarType.BFloat16);
        Assert.Equal([(Half)1, (Half)(-2)], half.data<Half>().ToArray());
        Assert.Equal([1f, -2f], brain.data<BFloat16>().ToArray().Select(value => value.ToSingle()));
        Assert.Equal([0x00, 0x3C, 0x00, 0xC0], half.bytes.ToArray());
        Assert.Equal([0x80, 0x3F, 0x00, 0xC0], brain.bytes.ToArray());
        Assert.Equal(2, brain.ElementSize);
        Assert.Equal([1.5f], tensor(new[] { (BFloat16)1.5f }).to_type(ScalarType.Float32).data<float>().ToArray());
    }

    [Fact]
    public void Bytes_are_the_tensors_memory()
    {
        using var t = tensor(new short[] { 1, 2 });
        Assert.Equal([1, 0, 2, 0], t.bytes.ToArray());
        t.bytes = new byte[] { 3, 0, 4, 0 };
        Assert.Equal([3, 4], t.data<short>().ToArray());
        Assert.Throws<ArgumentException>(() => t.bytes = new byte[3]);
        Assert.Throws<InvalidOperationException>(() => _ = zeros(2, 3).t().bytes.Length);
    }

    [Fact]
    public void Bytes_go_to_streams_and_come_back()
    {
        using var stream = new MemoryStream();
        using var t = randn(100, 7);
        t.WriteBytesToStream(stream);
        Assert.Equal(2800, stream.Length);
        stream.Position = 0;
        using var read = zeros(100, 7);
        read.ReadBytesFromStream(stream);
        Assert.True(read.Equals(t));
        Assert.Throws<EndOfStreamException>(() => read.ReadBytesFromStream(stream));
    }

    [Fact]
    public void Types_convert()
    {
        using var t = tensor(new float[] { 1.75f, 0f });
        Assert.Equal([1L, 0L], t.@long().data<long>().ToArray());
        Assert.Equal([true, false], t.@bool().data<bool>().ToArray());
        Assert.Equal(ScalarType.Float64, t.to(ScalarType.Float64).dtype);
        Assert.Equal(ScalarType.Float16, t.half().dtype);
        Assert.Equal(ScalarType.BFloat16, t.bfloat16().dtype);
        Assert.Equal(ScalarType.Int64, t.type_as(arange(1)).dtype);
        Assert.True(t.is_floating_point());
        Assert.True(arange(1).is_integral());
    }

    [Fact]
    public void A_disposed_original_does_not_take_its_sharers_along()
    {
        var t = ones(2);
        using var same = t.to(ScalarType.Float32);
        using var alias = t.alias();
        using var view = t.view(1, 2);
        t.Dispose();
        alias.add_(1);
        Assert.Equal([2f, 2f], same.data<float>().ToArray());
        Assert.Equal([2f, 2f], view.data<float>().ToArray());
    }

    [Fact]
    public void Equality_is_of_elements()
    {
        Assert.True(ones(2).Equals(ones(2)));
        Assert.False(ones(2).Equals(ones(3)));
        Assert.Equal([true, true], ones(2).equal(ones(2)).data<bool>().ToArray());
    }

    [Fact]
    public void A_tensor_describes_itself() =>
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
}
