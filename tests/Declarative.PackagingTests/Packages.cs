using System.IO.Compression;
using System.Reflection;

namespace Declarative.PackagingTests;

/// <summary>The packages that the build of this project made.</summary>
internal static class Packages
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "packages");

    public static string Engine => Metadata("TorchEngine");

    public static string TorchSharpVersion => Metadata("TorchSharpVersion");

    public static string Version => Metadata("PackageVersion");

    /// <summary>The NuGet sources that this build was given beside the configured ones, split by semicolons.</summary>
    public static string AdditionalSources => Metadata("AdditionalSources");

    public static ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    public static string ReadText(string id, string entry)
    {
        using var package = Open(id);
        using var reader = new StreamReader(package.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    private static string Metadata(string key) => typeof(Packages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value ?? "";
}
