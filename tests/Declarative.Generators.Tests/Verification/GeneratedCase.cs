using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Tests.Verification;

internal sealed record GeneratedFile(string Name, string Text);

/// <summary>What the generator made of one input.</summary>
internal sealed class GeneratedCase(Compilation compilation, IReadOnlyList<GeneratedFile> files)
{
    private Assembly? assembly;

    public IReadOnlyList<GeneratedFile> Files { get; } = files;

    public IReadOnlyList<string> Names => [.. Files.Select(static f => f.Name)];

    /// <summary>The compiled input with what was generated.</summary>
    public Assembly Assembly => assembly ??= Load();

    public string this[string name] =>
        Files.SingleOrDefault(f => f.Name == name)?.Text ?? throw new KeyNotFoundException($"{name} is not among {string.Join(", ", Names)}");

    public T Create<T>(string type, params object[] arguments) => (T)Activator.CreateInstance(Assembly.GetType(type, throwOnError: true)!, arguments)!;

    public AdapterReport Report(string type) =>
        (AdapterReport)Assembly.GetType(type, throwOnError: true)!.GetProperty("AdapterReport", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)!.GetValue(null)!;

    private Assembly Load()
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }
}
