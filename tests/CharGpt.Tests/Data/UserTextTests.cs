using CharGptSample.Data;

namespace CharGptSample.Tests.Data;

public sealed class UserTextTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_text_file_is_a_document()
    {
        File.WriteAllText(file, "Grüße");

        Assert.Equal([new Document(Path.GetFileName(file), "Grüße")], UserText.Read([new FileInfo(file)]));
    }

    [Theory]
    [InlineData(new byte[] { 0x41, 0x00, 0x42 })]
    [InlineData(new byte[] { 0xFF, 0xC0, 0x80 })]
    public void What_is_no_text_is_refused_by_name(byte[] content)
    {
        File.WriteAllBytes(file, content);

        Assert.Contains(file, Assert.Throws<SampleException>(() => UserText.Read([new FileInfo(file)])).Message);
    }

    [Fact]
    public void A_missing_file_is_refused_by_name()
    {
        Assert.Contains("absent.txt",
            Assert.Throws<SampleException>(() => UserText.Read([new FileInfo("absent.txt")])).Message);
    }
}
