using System.Collections.Immutable;
using Declarative.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Declarative.Analyzers.Tests.Verification;

/// <summary>Compilations as an application's project makes them: its references, its options, the generator run.</summary>
internal static class TestCompilation
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using Declarative;
        global using TorchSharp;
        global using TorchSharp.Modules;
        global using static TorchSharp.torch;
        global using static TorchSharp.torch.nn;
        """;

    public static CSharpParseOptions ParseOptions { get; } = new CSharpParseOptions(LanguageVersion.Latest)
        .WithFeatures([new("InterceptorsNamespaces", "Declarative.Generated")]);

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    /// <summary>Everything this test project itself runs on but its tools: the framework, the engine, the library.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(IsApplicationReference)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static SyntaxTree UsingsTree { get; } = CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs");

    // Every test's compilation grows out of this one: they share what the compiler has read of the references.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Tested", [UsingsTree], References, Options);

    public static CSharpCompilation Create(IEnumerable<SyntaxTree> trees, params IEnumerable<MetadataReference> more) =>
        Empty.AddSyntaxTrees(trees).AddReferences(more);

    /// <summary>The compilation with the generator's files, and what the generator itself reports (it must not).</summary>
    public static (Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics) RunGenerator(Compilation compilation)
    {
        CSharpGeneratorDriver
            .Create([new AdapterGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var result, out var diagnostics);
        return (result, diagnostics);
    }

    /// <summary>Compiles <paramref name="source"/> to a reference, as another project's assembly.</summary>
    public static MetadataReference CompileReference(string source, string name = "Other")
    {
        using var image = new MemoryStream();
        var compilation = Create([CSharpSyntaxTree.ParseText(source, ParseOptions, name + ".cs")]).WithAssemblyName(name);
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics));
    }

    private static bool IsApplicationReference(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name is "TorchSharp" or "Declarative" or "Declarative.LibTorch" or "mscorlib" or "netstandard"
            || (name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("System.Composition", StringComparison.Ordinal));
    }
}
