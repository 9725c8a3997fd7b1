using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Declarative.Benchmarks;

/// <summary>Projects of model classes, one to a file, as the compiler sees them.</summary>
internal static class ModelProject
{
    internal static CSharpParseOptions ParseOptions { get; } = CSharpParseOptions.Default
        .WithFeatures([new("InterceptorsNamespaces", "Declarative.Generated")]);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    internal static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"{Guid.NewGuid():N}.cs", Encoding.UTF8);

    internal static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Models", trees, References.Value, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Model classes as projects have them: of four, two annotated alone, and one annotated around one that is not.</summary>
    internal static IEnumerable<string> Varied(int classes) => Enumerable.Range(0, classes).Select(i => (i % 4) switch
    {
        2 when i + 1 < classes => Stack(i, $"Block{i + 1}"),
        3 => Block(i),
        _ => Attention(i),
    });

    /// <summary>An annotated class of four linear layers.</summary>
    internal static string Attention(int i, string extraMember = "") => File($$"""
        [Lora(Rank = 16, Alpha = 32, Targets = "q_proj|v_proj")]
        public sealed partial class Attention{{i}} : Module<Tensor, Tensor>
        {
            {{extraMember}}
            private readonly Linear q_proj, k_proj, v_proj, o_proj;

            public Attention{{i}}(int hidden) : base("attention")
            {
                q_proj = Linear(hidden, hidden, hasBias: false);
                k_proj = Linear(hidden, hidden, hasBias: false);
                v_proj = Linear(hidden, hidden, hasBias: false);
                o_proj = Linear(hidden, hidden, hasBias: false);
                RegisterComponents();
            }

            public override Tensor forward(Tensor x)
            {
                var q = q_proj.forward(x);
                var k = k_proj.forward(x);
                var v = v_proj.forward(x);
                return o_proj.forward(functional.softmax(q.matmul(k.transpose(-2, -1)), -1).matmul(v));
            }
        }
        """);

    /// <summary>A class without an attribute of its own, and what a training loop around it may look like.</summary>
    /// <param name="i">A number for its name.</param>
    /// <param name="repeats">How often its longest statement is repeated.</param>
    internal static string Block(int i, int repeats = 1) => File($$"""
        public sealed class Block{{i}} : Module<Tensor, Tensor>
        {
            private readonly LayerNorm norm;
            private readonly Linear up, down;

            public Block{{i}}(int hidden) : base("block")
            {
                norm = LayerNorm(hidden);
                up = Linear(hidden, 4 * hidden);
                down = Linear(4 * hidden, hidden);
                RegisterComponents();
            }

            public override Tensor forward(Tensor x)
            {
                {{string.Concat(Enumerable.Repeat("x = x + down.forward(functional.relu(up.forward(norm.forward(x)).transpose(-2, -1).contiguous()));\n        ", repeats))}}
                return x;
            }
        }
        """);

    private static string Stack(int i, string block) => File($$"""
        [Lora(Targets = "all-linear")]
        public sealed partial class Stack{{i}} : Module<Tensor, Tensor>
        {
            private readonly ModuleList<{{block}}> blocks = new();
            private readonly Sequential head;

            public Stack{{i}}(int hidden) : base("stack")
            {
                for (var i = 0; i < 4; i++)
                    blocks.Add(new {{block}}(hidden));
                head = Sequential(("norm", LayerNorm(hidden)), ("fc", Linear(hidden, 16)));
                RegisterComponents();
            }

            public override Tensor forward(Tensor x)
            {
                foreach (var block in blocks)
                    x = block.forward(x);
                return head.forward(x);
            }
        }
        """);

    private static string File(string type) => $"""
        using Declarative;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Models;

        {type}
        """;
}
