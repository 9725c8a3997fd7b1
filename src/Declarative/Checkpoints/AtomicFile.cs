namespace Declarative;

/// <summary>Writes files so that at any moment, power cuts and kills included, each is the old or the new one, whole.</summary>
internal static class AtomicFile
{
    private const string TemporarySuffix = ".tmp";
    private const int BufferLength = 1 << 16;

    /// <summary>
    /// Writes every file beside its place and to the disk, and only when all are there renames them into place. A file whose
    /// bytes stay the same is left alone. On failure every old file is as it was, and nothing is left beside it.
    /// </summary>
    /// <param name="files">The files and what writes them.</param>
    /// <exception cref="IOException">A file cannot be written; the message names it.</exception>
    public static void Write(params (string Path, Action<Stream> Write)[] files)
    {
        var written = new List<(string Temporary, string Path)>();
        try
        {
            foreach (var (path, write) in files)
            {
                var full = Path.GetFullPath(path);
                var temporary = full + TemporarySuffix;
                using var stream = Create(temporary, full);
                written.Add((temporary, full));
                Fill(stream, write, full);
            }
            foreach (var (temporary, path) in written)
                Publish(temporary, path);
        }
        finally
        {
            foreach (var (temporary, _) in written)
                File.Delete(temporary);
        }
    }

    // A file of this name left by a killed process is overwritten; one that a living process writes to is locked.
    private static FileStream Create(string temporary, string path)
    {
        try
        {
            return new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, BufferLength);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(path, e);
        }
    }

    private static void Fill(FileStream stream, Action<Stream> write, string path)
    {
        try
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(path, e);
        }
    }

    private static void Publish(string temporary, string path)
    {
        try
        {
            if (!SameBytes(temporary, path))
                File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(path, e);
        }
    }

    private static bool SameBytes(string left, string right)
    {
        var (leftInfo, rightInfo) = (new FileInfo(left), new FileInfo(right));
        if (!rightInfo.Exists || leftInfo.Length != rightInfo.Length)
            return false;
        using var a = leftInfo.OpenRead();
        using var b = rightInfo.OpenRead();
        var (first, second) = (new byte[BufferLength], new byte[BufferLength]);
        while (a.ReadAtLeast(first, BufferLength, throwOnEndOfStream: false) is var read and > 0)
        {
            b.ReadExactly(second, 0, read);
            if (!first.AsSpan(0, read).SequenceEqual(second.AsSpan(0, read)))
                return false;
        }
        return true;
    }

    private static IOException Failure(string path, Exception cause) =>
        new($"'{path}' could not be written: {cause.Message} What was there before is untouched.", cause);
}
