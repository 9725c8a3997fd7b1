using Declarative.Tests.Support;

namespace Declarative.Tests.Quantization;

/// <summary>The codes and the block layout of bitsandbytes, and what they keep of a number.</summary>
public sealed class QuantizedMatrixTests
{
    // Half the widest gap between neighbouring values, of the block's largest magnitude.
    public static TheoryData<QuantizationType, double> HalfGaps => new()
    {
        { QuantizationType.NF4, (1 - 0.6961928) / 2 }, { QuantizationType.FP4, (12 - 8) / 12.0 / 2 }, { QuantizationType.Int8, 0.5 / 127 },
    };

    [Fact]
    public void The_first_element_is_in_the_high_half_of_a_byte()
    {
        using var numbers = tensor(new[] { 1f, -1f, 0.0796f, 0f, -0.7f, 0.44f });
        Assert.Equal([0xF0, 0x87, 0x1C], FourBitCode.NF4.Pack(numbers).data<byte>().ToArray());
    }

    [Fact]
    public void The_values_of_FP4_are_a_sign_and_a_magnitude_in_twelfths()
    {
        var magnitudes = new[] { 0, 0.0625 / 12, 8 / 12.0, 1, 4 / 12.0, 6 / 12.0, 2 / 12.0, 3 / 12.0 };
        Assert.Equal(magnitudes.Concat(magnitudes.Select(static m => -m)), FourBitCode.FP4.Values.Select(static v => (double)v), Near7);
        using var numbers = tensor(new[] { 1f, -1f, 0f, -0.5f, 0.004f, 0.002f });
        Assert.Equal([0x3B, 0x0D, 0x10], FourBitCode.FP4.Pack(numbers).data<byte>().ToArray());
    }

    [Fact]
    public void A_number_gets_the_nearest_value_and_one_in_the_middle_the_lower()
    {
        var values = FourBitCode.NF4.Values;
        for (var i = 0; i + 1 < values.Count; i++)
        {
            var middle = (values[i] + values[i + 1]) / 2;
            using var numbers = tensor(new[] { middle, MathF.BitIncrement(middle), MathF.BitDecrement(middle), values[i] });
            var bytes = FourBitCode.NF4.Pack(numbers).data<byte>().ToArray();
            Assert.Equal([i, i + 1, i, i], new[] { bytes[0] >> 4, bytes[0] & 15, bytes[1] >> 4, bytes[1] & 15 });
        }
    }

    [Fact]
    public void The_dynamic_code_has_256_values()
    {
        var values = DynamicCode.Values;
        Assert.Equal(256, values.Distinct().Count());
        Assert.Equal((-0.99296875f, 1f), (values[0], values[^1]));
        Assert.Contains(0f, values);
        Assert.Equal(5.5e-7f, values.Where(static v => v > 0).Min());
        Assert.Equal([0, 128, 255], DynamicCode.Nearest([-2, 5.5e-7f, 1]).Select(static p => (int)p));
    }

    [Fact]
    public void Four_bits_and_their_scales_are_4_127_bits_a_parameter()
    {
        using var w = randn(2048, 2048);
        using var twice = new QuantizedMatrix(w, QuantizationType.NF4, 64, twice: true);
        using var once = new QuantizedMatrix(w, QuantizationType.NF4, 64, twice: false);
        Assert.Equal(4.127, twice.Bytes * 8.0 / w.numel(), 3);
        Assert.Equal(4.5, once.Bytes * 8.0 / w.numel(), 3);
    }

    [Theory]
    [MemberData(nameof(HalfGaps))]
    public void What_is_lost_is_at_most_half_a_gap_of_the_block_s_largest(QuantizationType type, double halfGap)
    {
        using var scope = NewDisposeScope();
        var w = randn(96, 128);
        using var matrix = new QuantizedMatrix(w, type, 64, twice: false);
        var error = (matrix.Unpack(ScalarType.Float32) - w).abs().view(-1, 64);
        var largest = w.view(-1, 64).abs().amax([1]).unsqueeze(1);
        Assert.True((error / largest).max().item<float>() <= halfGap * 1.0001);
        Assert.True((error / largest).max().item<float>() >= halfGap * 0.5, "nothing is lost: is it quantised?");
    }

    [Theory]
    [InlineData(QuantizationType.NF4)]
    [InlineData(QuantizationType.FP4)]
    [InlineData(QuantizationType.Int8)]
    public void Quantising_the_scales_changes_little(QuantizationType type)
    {
        using var scope = NewDisposeScope();
        var w = randn(512, 256);
        using var once = new QuantizedMatrix(w, type, 64, twice: false);
        using var twice = new QuantizedMatrix(w, type, 64, twice: true);
        var (left, right) = (once.Unpack(ScalarType.Float32), twice.Unpack(ScalarType.Float32));
        Assert.True((left - right).norm().item<float>() < 0.01 * left.norm().item<float>());
    }

    [Theory]
    [InlineData(QuantizationType.NF4)]
    [InlineData(QuantizationType.FP4)]
    [InlineData(QuantizationType.Int8)]
    public void What_was_unpacked_is_packed_to_the_same(QuantizationType type)
    {
        using var scope = NewDisposeScope();
        using var first = new QuantizedMatrix(randn(64, 96), type, 32, twice: false);
        var numbers = first.Unpack(ScalarType.Float32);
        using var second = new QuantizedMatrix(numbers, type, 32, twice: false);
        Near.Equal(numbers, second.Unpack(ScalarType.Float32), 1e-6);
    }

    [Theory]
    [InlineData(7, 13)]
    [InlineData(1, 1)]
    [InlineData(3, 64)]
    [InlineData(1500, 1001)]
    public void Sizes_that_are_no_whole_blocks_are_fine(long rows, long columns)
    {
        using var scope = NewDisposeScope();
        var w = randn(rows, columns);
        using var matrix = new QuantizedMatrix(w, QuantizationType.Int8, 64, twice: true);
        var numbers = matrix.Unpack(ScalarType.Float32);
        Assert.Equal(w.shape, numbers.shape);
        Assert.True((numbers - w).abs().max().item<float>() < 0.05 * w.abs().max().item<float>());
        Near.Same(numbers, cat([.. matrix.Blocks.Select(b => matrix.Unpack(b.Start, b.Count, ScalarType.Float32))], 0));
    }

    [Fact]
    public void Zeros_stay_zeros()
    {
        using var matrix = new QuantizedMatrix(zeros(4, 64), QuantizationType.NF4, 64, twice: false);
        Assert.Equal(0, matrix.Unpack(ScalarType.Float32).abs().max().item<float>());
    }

    private static bool Near7(double left, double right) => Math.Abs(left - right) < 1e-7;
}
