using Declarative.Tests.Support;

namespace Declarative.Tests.Checkpoints;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<ScalarType> Types =>
    [
        ScalarType.Bool, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64,
        ScalarType.Float16, ScalarType.BFloat16, ScalarType.Float32, ScalarType.Float64,
    ];

    /// <summary>Headers that are wrong, the bytes of data behind them, and what is said of it.</summary>
    public static TheoryData<string, int, string> WrongHeaders => new()
    {
        { "not json", 0, "is not JSON" },
        { "[1]", 0, "Array, not an object" },
        { "{\"a\":3}", 0, "described by a JSON Number" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4, "'a' has no data_offsets" },
        { "{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}", 4, "'a' has no dtype" },
        { "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", 4, "'a' has no shape" },
        { "{\"a\":{\"dtype\":\"F7\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4, "dtype 'F7'" },
        { "{\"a\":{\"dtype\":7,\"shape\":[1],\"data_offsets\":[0,4]}}", 4, "dtype 'Number'" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":1,\"data_offsets\":[0,4]}}", 4, "shape of the tensor 'a' is a JSON Number" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 4, "has -1, which is no size" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}", 4, "has 1.5, which is no size" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}}", 4, "which is no size" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,0]}}", 0, "too large" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,9223372036854775807],\"data_offsets\":[0,0]}}", 0, "too large" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,8]}}", 8, "3 data_offsets" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}", 4, "before it begins" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4, "takes 8 bytes, but its data_offsets span 4" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 4, "cut short" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 9, "last 5 bytes of the file belong to no tensor" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8, "4 bytes between 'the header' and 'a' belong to no tensor" },
        { Two("[0,4]", "[2,6]"), 6, "'a' and 'b' overlap" },
        { Two("[0,4]", "[0,4]"), 4, "overlap" },
        { Two("[0,4]", "[8,12]"), 12, "4 bytes between 'a' and 'b'" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8, "names 'a' twice" },
        { "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4, "has 'dtype' twice" },
        { "{\"__metadata__\":[]}", 0, "__metadata__ is a JSON Array" },
        { "{\"__metadata__\":{\"x\":1}}", 0, "metadata 'x' is a JSON Number" },
        { "{\"__metadata__\":{\"x\":\"1\",\"x\":\"2\"}}", 0, "metadata names 'x' twice" },
        { "{\"\\ud800\":{}}", 0, "not valid Unicode" },
        { "{\"a\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[0,1]}}", -1, "neither 0 nor 1" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_saved_is_loaded_to_the_bit(ScalarType type)
    {
        var path = folder.File("a.safetensors");
        using var values = (randn(3, 4, 5) * 100).to_type(type);
        var tensors = new Dictionary<string, Tensor>
        {
            ["matrix"] = values,
            ["empty"] = zeros([0, 3], type),
            ["scalar"] = zeros([], type),
            ["transposed"] = values.transpose(0, 2),
            ["ü \"q\""] = zeros([1], type),
        };
        Safetensors.Save(path, tensors, new Dictionary<string, string> { ["format"] = "pt", ["note"] = "é\n" });

        var loaded = Safetensors.Load(path, out var metadata);
        Assert.Equal(tensors.Keys.Order(), loaded.Keys.Order());
        foreach (var (name, tensor) in tensors)
            Near.Same(tensor, loaded[name], name);
        Assert.Equal("é\n", metadata["note"]);
    }

    [Fact]
    public void The_same_tensors_give_the_same_bytes_in_any_order()
    {
        using var a = randn(3);
        using var b = arange(5);
        Safetensors.Save(folder.File("1"), new Dictionary<string, Tensor> { ["a"] = a, ["b"] = b });
        Safetensors.Save(folder.File("2"), new Dictionary<string, Tensor> { ["b"] = b, ["a"] = a });
        Assert.Equal(File.ReadAllBytes(folder.File("1")), File.ReadAllBytes(folder.File("2")));
    }

    [Fact]
    public void A_type_without_place_in_the_format_is_refused_before_anything_is_written()
    {
        var path = folder.File("a.safetensors");
        using var complex = zeros([2], ScalarType.ComplexFloat32);
        Assert.Throws<ArgumentException>(() => Safetensors.Save(path, new Dictionary<string, Tensor> { ["c"] = complex }));
        Assert.Throws<ArgumentException>(() => Safetensors.Save(path, new Dictionary<string, Tensor> { ["__metadata__"] = zeros(1) }));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [MemberData(nameof(WrongHeaders))]
    public void A_wrong_header_is_named_with_its_file(string header, int dataLength, string fault)
    {
        var data = dataLength < 0 ? [7] : new byte[dataLength];
        AssertFault(WithHeader(header, data), fault);
    }

    [Theory]
    [InlineData(new byte[] { }, "0 bytes")]
    [InlineData(new byte[] { 1, 2, 3 }, "3 bytes")]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0, 0 }, "only 0 follow")]
    [InlineData(new byte[] { 9, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}' }, "only 2 follow")]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0x80, 1 }, "over the limit")]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 1 }, "over the limit")]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 }, "not JSON")]
    public void A_wrong_length_of_the_header_is_named(byte[] bytes, string fault) => AssertFault(bytes, fault);

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        var path = folder.File("whole");
        using var a = randn(3);
        Safetensors.Save(path, new Dictionary<string, Tensor> { ["a"] = a });
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
            AssertFault(whole[..length], "");
        AssertFault([.. whole, 0], "belong to no tensor");
    }

    public void Dispose() => folder.Dispose();

    internal static byte[] WithHeader(string header, byte[] data)
    {
        var json = System.Text.Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((long)json.Length), .. json, .. data];
    }

    private static string Two(string first, string second) =>
        $"{{\"a\":{{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":{first}}},\"b\":{{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":{second}}}}}";

    private void AssertFault(byte[] bytes, string fault)
    {
        var path = folder.File("wrong.safetensors");
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<SafetensorsException>(() => Safetensors.Load(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }
}
