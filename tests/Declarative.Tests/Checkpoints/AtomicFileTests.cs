using Declarative.Tests.Support;

namespace Declarative.Tests.Checkpoints;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_failure_leaves_every_old_file_and_nothing_beside()
    {
        File.WriteAllText(folder.File("a"), "old a");
        File.WriteAllText(folder.File("b"), "old b");
        Assert.Throws<IOException>(() => AtomicFile.Write(
            (folder.File("a"), static s => s.Write("new a"u8)),
            (folder.File("b"), static _ => throw new IOException("No space left on device"))));
        Assert.Equal("old a", File.ReadAllText(folder.File("a")));
        Assert.Equal("old b", File.ReadAllText(folder.File("b")));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void A_failure_of_any_kind_leaves_the_old_file()
    {
        File.WriteAllText(folder.File("a"), "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(
            (folder.File("a"), static s =>
            {
                s.Write(new byte[1 << 20]);
                throw new InvalidOperationException();
            }
        )));
        Assert.Equal("old", File.ReadAllText(folder.File("a")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [FullDiskFact]
    public void A_full_disk_leaves_the_old_file()
    {
        File.WriteAllText(folder.File("a"), "old");
        File.CreateSymbolicLink(folder.File("a.tmp"), FullDiskFactAttribute.Device);
        var error = Assert.Throws<IOException>(() => AtomicFile.Write((folder.File("a"), static s => s.Write(new byte[1 << 20]))));
        Assert.Contains(folder.File("a"), error.Message, StringComparison.Ordinal);
        Assert.Contains("untouched", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder.File("a")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        Directory.CreateDirectory(folder.File("a.tmp"));
        var error = Assert.Throws<IOException>(() => AtomicFile.Write((folder.File("a"), static s => s.WriteByte(1))));
        Assert.Contains(folder.File("a"), error.Message, StringComparison.Ordinal);

        Directory.CreateDirectory(folder.File("b"));
        error = Assert.Throws<IOException>(() => AtomicFile.Write((folder.File("b"), static s => s.WriteByte(1))));
        Assert.Contains(folder.File("b"), error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("b.tmp")));

        error = Assert.Throws<IOException>(() => AtomicFile.Write((folder.File("none/c"), static s => s.WriteByte(1))));
        Assert.Contains("none/c", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_process_left_is_written_over()
    {
        File.WriteAllText(folder.File("a.tmp"), "half a fi");
        AtomicFile.Write((folder.File("a"), static s => s.WriteByte((byte)'x')));
        Assert.Equal("x", File.ReadAllText(folder.File("a")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Bytes_that_stay_the_same_are_not_written()
    {
        File.WriteAllText(folder.File("a"), "same");
        File.SetLastWriteTimeUtc(folder.File("a"), DateTime.UnixEpoch);
        AtomicFile.Write((folder.File("a"), static s => s.Write("same"u8)));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(folder.File("a")));
        AtomicFile.Write((folder.File("a"), static s => s.Write("else"u8)));
        Assert.NotEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(folder.File("a")));
    }

    public void Dispose() => folder.Dispose();
}
