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
        var folder = Path.Combine(AppContext.BaseDirectory, "Cases", name);
        var sources = Directory.GetFiles(folder, "Model*.cs").Order(StringComparer.Ordinal)
            .Select(static p => (Path.GetFileName(p), File.ReadAllText(p))).ToArray();
        var generated = Verifier.Generate(sources);
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
            Update(Path.Combine(ProjectFolder(), "Cases", name), generated);
        else
            Compare(folder, generated);
        return generated;
    }

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
