using CharGptSample.Data;

namespace CharGptSample.Tests.Running;

/// <summary>The generated code is checked in to be reviewed: what is there must be what the compiler was given.</summary>
public class GeneratedTests
{
    private static readonly string Project = Path.Combine(RepositorySource.Root(), "samples", "CharGpt");

    [Fact]
    public void The_checked_in_code_is_what_the_generator_writes()
    {
        // This test's own bin/CONFIGURATION/FRAMEWORK/ says which build of the sample is in use.
        var build = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var (framework, configuration) = (Path.GetFileName(build), Path.GetFileName(Path.GetDirectoryName(build)!));
        var written = Read(Path.Combine(Project, "obj", configuration, framework, "generated", "Declarative.Generators"));
        var checkedIn = Read(Path.Combine(Project, "Generated"));
        const string Renew = "'dotnet build samples/CharGpt -c Release -t:UpdateGenerated' renews samples/CharGpt/Generated.";

        Assert.NotEmpty(written);
        Assert.True(written.Keys.Order().SequenceEqual(checkedIn.Keys.Order()),
            $"Written: {string.Join(", ", written.Keys)}. Checked in: {string.Join(", ", checkedIn.Keys)}. {Renew}");
        Assert.All(written, file => Assert.True(checkedIn[file.Key] == file.Value, $"{file.Key} is stale. {Renew}"));
    }

    [Fact]
    public void The_checked_in_code_names_no_folder_of_this_machine()
    {
        Assert.All(Read(Path.Combine(Project, "Generated")).Values,
            text => Assert.DoesNotContain(RepositorySource.Root(), text));
    }

    private static Dictionary<string, string> Read(string folder) =>
        Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileName(file)!, file => File.ReadAllText(file).ReplaceLineEndings("\n"));
}
