using System.Reflection;
using System.Runtime.Loader;
using Declarative.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.Analyzers.Tests.Corpus;

/// <summary>
/// A model of the corpus in a small size with a loss over fixed inputs, made by the file's own
/// <c>public static (Module Model, Func&lt;Tensor&gt; Loss) Create()</c> in its class <c>Example</c>.
/// </summary>
internal sealed class CorpusExample : IDisposable
{
    private const int Seed = 20240607;
    private readonly AssemblyLoadContext context;
    private readonly Func<Tensor> loss;

    private CorpusExample(AssemblyLoadContext context, (nn.Module Model, Func<Tensor> Loss) created)
    {
        this.context = context;
        (Model, loss) = created;
    }

    public nn.Module Model { get; }

    /// <summary>Compiles the file with the generator, as its application would, and makes its example in evaluation mode.</summary>
    public static CorpusExample Create(CorpusModel model)
    {
        var context = new AssemblyLoadContext(model.Name, isCollectible: true);
        var create = Compile(model, context).GetTypes().Single(static t => t.Name == "Example").GetMethod("Create")!;
        manual_seed(Seed);
        var example = new CorpusExample(context, create.CreateDelegate<Func<(nn.Module, Func<Tensor>)>>()());
        example.Model.eval();
        return example;
    }

    /// <summary>The loss over the inputs.</summary>
    public double Loss()
    {
        using var off = no_grad();
        using var value = loss();
        return value.ToDouble();
    }

    /// <summary>The gradients of the loss.</summary>
    public void Backward()
    {
        using var value = loss();
        value.backward();
    }

    public void Dispose()
    {
        Model.Dispose();
        context.Unload();
    }

    private static Assembly Compile(CorpusModel model, AssemblyLoadContext context)
    {
        var trees = model.Sources.Select(static s => CSharpSyntaxTree.ParseText(s.Text, TestCompilation.ParseOptions, s.Path));
        var (compilation, _) = TestCompilation.RunGenerator(TestCompilation.Create(trees).WithAssemblyName(model.Name));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
        image.Position = 0;
        return context.LoadFromStream(image);
    }
}
