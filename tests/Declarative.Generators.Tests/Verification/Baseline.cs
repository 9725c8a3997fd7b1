using System.Runtime.CompilerServices;

namespace Declarative.Generators.Tests.Verification;

/// <summary>
/// Holds that what is generated from <c>Cases/X/Model*.cs</c> is what stands beside it as <c>*.g.cs</c>. With
/// <c>UPDATE_BASELINES=1</c> in the environment the files are written anew instead, to be reviewed like code.
/// </summary>
internal static class Baseline
{
    public static GeneratedCase Verify(string name)
    {
        var folder = Folder(name);
        var generated = Verifier.Generate(Sources(name));
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
            Update(Path.Combine(ProjectFolder(), "Cases", name), generated);
        else
            Compare(folder, generated);
        return generated;
    }

    /// <summary>Holds that the page of reports is what stands beside the input as <c>Page.md</c>.</summary>
    public static void VerifyPage(string name)
    {
        const string Page = "Page.md";
        var text = ReportPage.Of(Verifier.Generate(Verifier.Driver(ReportPage.On), Sources(name), name));
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
            File.WriteAllText(Path.Combine(ProjectFolder(), "Cases", name, Page), text);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(Folder(name), Page)), text);
    }

    /// <summary>The input of a case.</summary>
    public static (string Path, string Text)[] Sources(string name) =>
        Directory.GetFiles(Folder(name), "Model*.cs").Order(StringComparer.Ordinal)
            .Select(static p => (Path.GetFileName(p), File.ReadAllText(p))).ToArray();

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name);

    private static void Compare(string folder, GeneratedCase generated)
    {
        var expected = Directory.GetFiles(folder, "*.g.cs").Select(static p => Path.GetFileName(p)!).Order(StringComparer.Ordinal);
        Assert.Equal(expected, generated.Names.Order(StringComparer.Ordinal));
        foreach (var file in generated.Files)
            Assert.Equal(File.ReadAllText(Path.Combine(folder, file.Name)), file.Text);
    }

    private static void Update(string folder, GeneratedCase generated)
    {
        foreach (var stale in Directory.GetFiles(folder, "*.g.cs"))
            File.Delete(stale);
        foreach (var file in generated.Files)
            File.WriteAllText(Path.Combine(folder, file.Name), file.Text);
    }

    private static string ProjectFolder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..");
}
