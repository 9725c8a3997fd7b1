namespace Declarative.Analyzers.Tests.Verification;

/// <summary>The files of this repository that tests read.</summary>
internal static class Repository
{
    /// <summary>Its root folder, above the folder that the tests run in.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Declarative.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder.FullName;
    }
}
