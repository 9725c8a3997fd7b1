namespace CharGptSample.Data;

/// <summary>The new domain: this repository's own C#, one document for each file.</summary>
public static class RepositorySource
{
    private static readonly string[] NotSource = ["bin", "obj", "artifacts", "Generated", ".git"];

    /// <summary>The root of the repository, above the program or above the current folder.</summary>
    /// <exception cref="SampleException">Neither lies in the repository.</exception>
    public static string Root() =>
        Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory()) ??
        throw new SampleException(
            "The text to fine-tune on is this repository's own C#, and neither the program nor the current folder lies " +
            "in the repository. Name your own text with --text FILE...");

    /// <summary>Reads the C# below <paramref name="root"/>, as it was written: nothing built, nothing generated.</summary>
    public static IReadOnlyList<Document> Read(string root) =>
        [.. Files(new DirectoryInfo(root))
            .Select(file => new Document(
                Path.GetRelativePath(root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)))
            .OrderBy(document => document.Name, StringComparer.Ordinal)];

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles("*.cs").Where(file => !file.Name.EndsWith(".g.cs", StringComparison.Ordinal))
            .Concat(folder.EnumerateDirectories().Where(inner => !NotSource.Contains(inner.Name)).SelectMany(Files));

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Declarative.sln")))
                return at.FullName;
        return null;
    }
}
