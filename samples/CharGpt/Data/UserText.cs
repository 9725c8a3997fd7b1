using System.Text;

namespace CharGptSample.Data;

/// <summary>Text of the user's own.</summary>
public static class UserText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads <paramref name="files"/>, one document each.</summary>
    /// <exception cref="SampleException">A file is missing, unreadable or not text.</exception>
    public static IReadOnlyList<Document> Read(IEnumerable<FileInfo> files) => [.. files.Select(Read)];

    private static Document Read(FileInfo file)
    {
        try
        {
            var text = File.ReadAllText(file.FullName, Strict);
            return text.Contains('\0')
                ? throw new SampleException($"{file} is not a text file.")
                : new Document(file.Name, text);
        }
        catch (DecoderFallbackException fault)
        {
            throw new SampleException($"{file} is not a text file in UTF-8.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{file} cannot be read: {fault.Message}", fault);
        }
    }
}
