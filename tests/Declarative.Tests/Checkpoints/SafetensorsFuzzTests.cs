using Declarative.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Declarative.Tests.Checkpoints;

/// <summary>Whatever the bytes, the reader returns whole tensors or says what is wrong in one type of exception.</summary>
public sealed class SafetensorsFuzzTests : IDisposable
{
    private const int Runs = 400;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Any_bytes() =>
        Check(ArbMap.Default.ArbFor<byte[]>().Convert(static bytes => bytes ?? [], static bytes => bytes));

    [Fact]
    public void Any_bytes_behind_a_length_that_fits() =>
        Check(ArbMap.Default.ArbFor<byte[]>().Convert(static bytes => Framed(bytes ?? []), static bytes => bytes));

    [Fact]
    public void Any_text_as_the_header() =>
        Check(ArbMap.Default.ArbFor<string>().Convert(
            static text => SafetensorsTests.WithHeader(text ?? "", new byte[8]), static bytes => Convert.ToHexString(bytes)));

    [Fact]
    public void Valid_files_with_bytes_changed()
    {
        var valid = Valid();
        var edits = from count in Gen.Choose(1, 4)
                    from places in Gen.ArrayOf(Gen.Choose(0, valid.Length - 1), count)
                    from values in Gen.ArrayOf(Gen.Choose(0, 255), count)
                    select Edited(valid, places, values);
        Check(edits.ToArbitrary());
    }

    [Fact]
    public void Valid_files_with_a_token_of_the_header_replaced()
    {
        string[] tokens = ["0", "-1", "4", "9223372036854775807", "1e3", "null", "\"F32\"", "\"I64\"", "[]", "{}", "[0,4]", "[4,0]", "true", ""];
        string[] parts = ["\"F32\"", "\"I64\"", "[2,3]", "[4]", "[0,24]", "[24,56]", "\"dtype\"", "\"shape\"", "\"b\"", "{", "}"];
        const string header =
            """{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"b":{"dtype":"I64","shape":[4],"data_offsets":[24,56]}}""";
        var files = from part in Gen.Elements(parts)
                    from token in Gen.Elements(tokens)
                    select SafetensorsTests.WithHeader(header.Replace(part, token, StringComparison.Ordinal), new byte[56]);
        Check(files.ToArbitrary());
    }

    public void Dispose() => folder.Dispose();

    private void Check(Arbitrary<byte[]> files) =>
        Prop.ForAll(files, IsReadOrRefused).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithQuietOnSuccess(true));

    private bool IsReadOrRefused(byte[] bytes)
    {
        var path = folder.File("fuzz.safetensors");
        File.WriteAllBytes(path, bytes);
        try
        {
            foreach (var tensor in Safetensors.Load(path).Values)
                tensor.Dispose();
        }
        catch (SafetensorsException e)
        {
            return e.Message.Contains(path, StringComparison.Ordinal);
        }
        return true;
    }

    private byte[] Valid()
    {
        var path = folder.File("valid.safetensors");
        Safetensors.Save(path, new Dictionary<string, Tensor> { ["a"] = randn(2, 3), ["b"] = arange(4), ["c"] = ones([3], ScalarType.Bool) });
        return File.ReadAllBytes(path);
    }

    private static byte[] Framed(byte[] bytes) =>
        [.. BitConverter.GetBytes((long)bytes.Length / 2), .. bytes];

    private static byte[] Edited(byte[] valid, int[] places, int[] values)
    {
        var bytes = (byte[])valid.Clone();
        foreach (var (place, value) in places.Zip(values))
            bytes[place] = (byte)value;
        return bytes;
    }
}
