using System.Xml.Linq;

namespace Declarative.PackagingTests;

[Trait("Category", "Packaging")]
public sealed class PackageContentTests
{
    [Fact]
    public void The_library_brings_its_generator_analyzers_and_fixes()
    {
        using var package = Packages.Open("Declarative");
        Assert.Equal(
            ["analyzers/dotnet/cs/Declarative.Analyzers.dll", "analyzers/dotnet/cs/Declarative.CodeFixes.dll", "analyzers/dotnet/cs/Declarative.Generators.dll"],
            package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal)).Order());
        Assert.NotNull(package.GetEntry("lib/net8.0/Declarative.dll"));
        Assert.NotNull(package.GetEntry("lib/net8.0/Declarative.xml"));
        Assert.NotNull(package.GetEntry("README.md"));
    }

    [Fact]
    public void The_build_settings_switch_interceptors_on_and_a_dropped_generator_into_an_error()
    {
        var properties = XDocument.Parse(Packages.ReadText("Declarative", "buildTransitive/Declarative.props"))
            .Descendants("PropertyGroup").Elements().ToDictionary(element => element.Name.LocalName, element => element.Value.Split(';'));
        Assert.Equal(["$(InterceptorsNamespaces)", "Declarative.Generated"], properties["InterceptorsNamespaces"]);
        Assert.Equal(["$(WarningsAsErrors)", "CS9057"], properties["WarningsAsErrors"]);
    }

    [Fact]
    public void The_build_settings_are_properties_and_targets()
    {
        using var package = Packages.Open("Declarative");
        Assert.Equal(
            ["buildTransitive/Declarative.props", "buildTransitive/Declarative.targets"],
            package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("build", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void The_library_depends_on_the_engine_alone()
    {
        var specification = XDocument.Parse(Packages.ReadText("Declarative", "Declarative.nuspec"));
        var dependencies = specification.Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(element => (Id: element.Attribute("id")!.Value, Version: element.Attribute("version")!.Value));
        Assert.Equal(
            [Packages.Engine == "LibTorch" ? ("Declarative.LibTorch", Packages.Version) : ("TorchSharp", Packages.TorchSharpVersion)],
            dependencies);
    }

    [Fact]
    public void The_engine_brings_its_native_library()
    {
        if (Packages.Engine != "LibTorch")
            return;
        using var package = Packages.Open("Declarative.LibTorch");
        Assert.Contains(package.Entries, entry => entry.FullName.StartsWith("runtimes/linux-x64/native/", StringComparison.Ordinal)
            && entry.FullName.EndsWith(".so", StringComparison.Ordinal));
        Assert.NotNull(package.GetEntry("lib/net8.0/Declarative.LibTorch.xml"));
    }
}
