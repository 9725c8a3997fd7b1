using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Corpus;

/// <summary>One application's file of the corpus, <c>Name.cs</c>, with the further parts it may have, <c>Name.Part.cs</c>.</summary>
/// <param name="Name">The file's name up to the first dot.</param>
internal sealed record CorpusModel(string Name)
{
    private static readonly string Folder =
        Path.Combine(Repository.Root, "tests", "Declarative.Analyzers.Tests", "Corpus", "Models");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.cs").Select(static p => Path.GetFileName(p).Split('.')[0]).Distinct().Order()];

    public IEnumerable<(string Path, string Text)> Sources =>
        Directory.GetFiles(Folder, Name + ".*cs").Order().Select(static p => (Path.GetFileName(p), File.ReadAllText(p)));
}
