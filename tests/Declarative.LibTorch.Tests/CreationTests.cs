using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class CreationTests
{
    [Fact]
    public void Zeros_and_ones_have_the_shape_and_type_asked_for()
    {
        using var zero = zeros(2, 3);
        using var one = ones([4], dtype: ScalarType.Int64);
        Assert.Equal([2L, 3L], zero.shape);
        Assert.Equal(ScalarType.Float32, zero.dtype);
        Assert.All(zero.data<float>().ToArray(), value => Assert.Equal(0f, value));
        Assert.Equal([1L, 1L, 1L, 1L], one.data<long>().ToArray());
    }

    [Fact]
    public void Shapes_of_every_kind_are_taken()
    {
        Assert.Equal([5L], zeros(5).shape);
        Assert.Equal([5L, 6L], empty(5L, 6L).shape);
        Assert.Equal([1L, 2L, 3L], rand(1, 2, 3).shape);
        Assert.Equal([1L, 2L, 3L, 4L], randn(1, 2, 3, 4).shape);
        Assert.Equal([7L, 0L], full(new long[] { 7, 0 }, 1).shape);
        Assert.Empty(zeros(Array.Empty<long>()).shape);
    }

    [Fact]
    public void Full_of_an_integer_is_an_integer_tensor()
    {
        Assert.Equal(ScalarType.Int64, full(2, 7).dtype);
        Assert.Equal(ScalarType.Float32, full(2, 7.5).dtype);
        Assert.Equal(ScalarType.Float64, full(2, 7, dtype: ScalarType.Float64).dtype);
    }

    [Fact]
    public void Arange_counts_in_integers_unless_told_otherwise()
    {
        Assert.Equal([0L, 1L, 2L, 3L], arange(4).data<long>().ToArray());
        Assert.Equal([1L, 4L, 7L], arange(1, 10, 3).data<long>().ToArray());
        Assert.Equal([0f, 0.5f, 1f], arange(0, 1.5, 0.5).data<float>().ToArray());
        Assert.Equal(ScalarType.Float32, arange(4, dtype: ScalarType.Float32).dtype);
    }

    [Fact]
    public void Linspace_and_eye_are_exact()
    {
        Assert.Equal([0.0, 0.25, 0.5, 0.75, 1.0], linspace(0, 1, 5, dtype: ScalarType.Float64).data<double>().ToArray());
        Assert.Equal([1f, 0f, 0f, 1f], eye(2).data<float>().ToArray());
        Assert.Equal([2L, 3L], eye(2, 3).shape);
    }

    [Fact]
    public void Tensors_of_numbers_keep_their_type_and_value()
    {
        Assert.Equal(3.5f, tensor(3.5f).item<float>());
        Assert.Equal(3.5, tensor(3.5).item<double>());
        Assert.Equal(7, tensor(7).item<int>());
        Assert.Equal(7L, tensor(7L).item<long>());
        Assert.True(tensor(true).item<bool>());
        Assert.Equal((short)-2, tensor((short)-2).item<short>());
        Assert.Equal((byte)200, tensor((byte)200).item<byte>());
        Assert.Equal((sbyte)-100, tensor((sbyte)-100).item<sbyte>());
    }

    [Fact]
    public void Tensors_of_arrays_take_a_shape_and_a_type()
    {
        using var matrix = tensor(new double[] { 1, 2, 3, 4, 5, 6 }, [2, 3], dtype: ScalarType.Float32);
        Assert.Equal([2L, 3L], matrix.shape);
        Assert.Equal(6f, matrix[1, 2].item<float>());
        Assert.Equal(4f, tensor(new float[,] { { 1, 2 }, { 3, 4 } })[1, 1].item<float>());
        Assert.Equal([1L, 2L], tensor(new List<long> { 1, 2 }).data<long>().ToArray());
        Assert.Equal([2L, 2L], from_array(new int[,] { { 1, 2 }, { 3, 4 } }).shape);
    }

    [Fact]
    public void A_tensor_of_an_array_is_a_copy()
    {
        var numbers = new float[] { 1, 2 };
        using var copy = tensor(numbers);
        numbers[0] = 9;
        Assert.Equal(1f, copy[0].item<float>());
    }

    [Fact]
    public void An_array_too_small_for_its_shape_is_refused() =>
        Assert.Throws<ArgumentException>(() => tensor(new float[] { 1, 2 }, [3]));

    [Fact]
    public void Requires_grad_is_set_on_creation()
    {
        Assert.True(zeros(2, requires_grad: true).requires_grad);
        Assert.True(tensor(1f, requires_grad: true).requires_grad);
        Assert.False(ones(2).requires_grad);
    }

    [Fact]
    public void Likes_take_shape_and_type_from_the_other()
    {
        using var other = empty([2, 2], dtype: ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, other.zeros_like().dtype);
        Assert.Equal(4.0, ones_like(other).sum().item<double>());
        Assert.Equal(ScalarType.Int32, full_like(other, 3, dtype: ScalarType.Int32).dtype);
        Assert.Equal([2L, 2L], randn_like(other).shape);
        Assert.Equal(ScalarType.Float64, other.new_zeros(3).dtype);
    }

    [Fact]
    public void The_default_type_is_single_precision() => Assert.Equal(ScalarType.Float32, get_default_dtype());
}
