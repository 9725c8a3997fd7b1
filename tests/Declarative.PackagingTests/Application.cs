using System.Diagnostics;

namespace Declarative.PackagingTests;

/// <summary>
/// A console application in a fresh folder outside the repository. Its packages come from the folder under test, beside
/// the sources that the machine is configured for, and land in a folder of their own, so that no older package is used.
/// </summary>
internal sealed class Application : IDisposable
{
    private const string Output = "out";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("declarative application-");

    /// <param name="program">Its source.</param>
    /// <param name="properties">What its project says beside the usual.</param>
    public Application(string program, string properties = "")
    {
        var engine = Packages.Engine == "LibTorch"
            ? ""
            : $"""<PackageReference Include="{Packages.Engine}" Version="{Packages.TorchSharpVersion}" />""";
        Write("Application.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>packages</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{Packages.AdditionalSources}</RestoreAdditionalProjectSources>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Declarative" Version="{Packages.Version}" />
                {engine}
              </ItemGroup>
            </Project>
            """);
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packages-under-test" value="{Packages.Folder}" />
              </packageSources>
            </configuration>
            """);
        Write("Program.cs", program);
    }

    /// <summary>Builds, and gives the exit code and everything that was printed.</summary>
    public (int ExitCode, string Output) Build()
        => DotNet("build", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-clp:NoSummary", "-o", Output);

    /// <summary>Removes what was built.</summary>
    public (int ExitCode, string Output) Clean() => DotNet("clean", "-nodeReuse:false", "-o", Output);

    /// <summary>Runs what was built.</summary>
    public (int ExitCode, string Output) Run() => DotNet(Path.Combine(Output, "Application.dll"));

    /// <summary>A file of the output, which may not exist.</summary>
    public FileInfo File(string name) => new(Path.Combine(folder.FullName, Output, name));


    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(folder.FullName, name), text);

    private (int ExitCode, string Output) DotNet(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Left by the test run's own host, and wrong for another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
