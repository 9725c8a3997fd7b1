using System.Runtime.InteropServices;

namespace CharGptSample.Data;

/// <summary>Finds the XML documentation that comes with every .NET SDK.</summary>
public static class ReferencePacks
{
    private const string Pack = "Microsoft.NETCore.App.Ref";

    /// <summary>The documentation files of the newest reference pack beside the running SDK, in order of name.</summary>
    /// <exception cref="SampleException">No SDK with reference packs is to be found.</exception>
    public static IReadOnlyList<string> DocumentationFiles()
    {
        var roots = Roots().Distinct().ToList();
        foreach (var root in roots)
        {
            var files = Newest(Path.Combine(root, "packs", Pack));
            if (files.Count > 0)
                return files;
        }

        throw new SampleException(
            $"The base model's text is the XML documentation of {Pack}, which comes with the .NET SDK, and it is in none " +
            $"of these: {string.Join(", ", roots.Select(root => Path.Combine(root, "packs")))}. " +
            "Set DOTNET_ROOT to the folder of an SDK.");
    }

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
            yield return root;

        // .../dotnet/shared/Microsoft.NETCore.App/10.0.x/
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

        var executable = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            var dotnet = new FileInfo(Path.Combine(folder, executable));
            if (folder.Length > 0 && dotnet.Exists)
                yield return ((dotnet.ResolveLinkTarget(returnFinalTarget: true) as FileInfo) ?? dotnet).DirectoryName!;
        }
    }

    private static List<string> Newest(string pack)
    {
        if (!Directory.Exists(pack))
            return [];
        return Directory.GetDirectories(pack)
            .OrderByDescending(folder => Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version)
                ? version
                : new Version())
            .Select(folder => Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories)
                .Where(file => file.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}"))
                .OrderBy(Path.GetFileName, StringComparer.Ordinal).ToList())
            .FirstOrDefault(files => files.Count > 0) ?? [];
    }
}
