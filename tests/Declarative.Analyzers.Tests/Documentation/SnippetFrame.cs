using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Tests.Documentation;

/// <summary>Makes programs of what pages show: what a reader adds in thought, the verifier needs in text.</summary>
internal static class SnippetFrame
{
    private static readonly HashSet<string> Layers = ["Linear", "Embedding", "Conv1d", "Conv2d"];

    /// <summary>The programs that a snippet stands for.</summary>
    public static IEnumerable<string> Complete(string frame, string code) => frame switch
    {
        "attribute" => code.Split('\n').Select(static line => Program(OnModel(line))),
        "member" => [Program(InModel(code))],
        "forward" => [Program(InForward(code))],
        "program" => [Program(InProgram(code))],
        "file" => [Program(code)],
        _ => throw new ArgumentException($"There is no frame '{frame}'.", nameof(frame)),
    };

    private static string OnModel(string attribute) =>
        $$"""
        {{attribute}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Attention attn = new();
        }

        public sealed class Attention : Module<Tensor, Tensor>
        {
            private readonly Linear q_proj = Linear(64, 64), k_proj = Linear(64, 64), v_proj = Linear(64, 64), o_proj = Linear(64, 64);
        }
        """;

    private static string InModel(string members) =>
        $$"""
        [Lora(Targets = "q_proj|v_proj|lm_head")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q_proj = Linear(64, 64), v_proj = Linear(64, 64), lm_head = Linear(64, 64);
            public Tensor All(Tensor x) => lm_head.forward(q_proj.forward(x) * v_proj.forward(x));
            {{members}}
        }

        public static class Checkpointing
        {
            public static Tensor Run(Module<Tensor, Tensor> layer, Tensor x) => layer.forward(x);
            public static Tensor Run(Func<Tensor, Tensor> function, Tensor x) => function(x);
        }
        """;

    private static string InForward(string statements) => InModel(
        $$"""
        public override Tensor forward(Tensor x)
        {
            {{statements}}
            return All(x);
        }
        """);

    // Where a snippet does not say where the adapters come from, they are attached and trained already.
    private static string InProgram(string statements) =>
        $$"""
        {{OnModel("[Lora]")}}

        public static class Training
        {
            public static void Run(Net model, List<List<Tensor>> epochs)
            {
                {{(statements.Contains("AdapterSet", StringComparison.Ordinal) ? "" : "using var adapters = AdapterSet.Attach(model); using var optimizer = adapters.AdamW();")}}
                {{Regex.Replace(statements, @"^\.\.\.$", "Evaluate(model);", RegexOptions.Multiline)}}
            }
            private static void Backward(Net model, Tensor batch) => model.forward(batch).sum().backward();
            private static void Evaluate(Net model) => model.eval();
        }
        """;

    // Snippets end where the reader has seen enough, and leave out what every module class has.
    private static string Program(string code)
    {
        var closed = code + string.Concat(Enumerable.Repeat("\n}", Unclosed(code)));
        var classes = ClassesOf(closed).ToList();
        var names = classes.Select(static c => c.Identifier.ValueText).ToHashSet();
        foreach (var type in classes.Where(static c => c.BaseList is { } bases && bases.Types[0].ToString().StartsWith("Module<", StringComparison.Ordinal))
            .OrderByDescending(static c => c.CloseBraceToken.SpanStart))
        {
            closed = closed.Insert(type.CloseBraceToken.SpanStart, Constructor(type) + Forward(type, names));
        }
        return closed;
    }

    private static int Unclosed(string code) =>
        SyntaxFactory.ParseTokens(Unmarked(code)).Sum(static t => t.IsKind(SyntaxKind.OpenBraceToken) ? 1 : t.IsKind(SyntaxKind.CloseBraceToken) ? -1 : 0);

    private static IEnumerable<ClassDeclarationSyntax> ClassesOf(string code) =>
        CSharpSyntaxTree.ParseText(Unmarked(code)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>();

    // Marks are no C#; what replaces them keeps every position.
    private static string Unmarked(string code) =>
        Regex.Replace(code, @"\{\|DCL\d{4}:|\|\}", static m => new string(' ', m.Length));

    private static string Constructor(ClassDeclarationSyntax type) =>
        type.ParameterList is not null || type.Members.Any(static m => m is ConstructorDeclarationSyntax) ? ""
        : $"public {type.Identifier.ValueText}() : base(\"{type.Identifier.ValueText}\") => RegisterComponents();\n";

    private static string Forward(ClassDeclarationSyntax type, HashSet<string> classes)
    {
        if (type.Modifiers.Any(SyntaxKind.AbstractKeyword) || type.Members.Any(static m => m is MethodDeclarationSyntax { Identifier.ValueText: "forward" }))
            return "";
        var layers = type.Members.OfType<FieldDeclarationSyntax>().Select(static f => f.Declaration)
            .Where(d => d.Type.ToString() is var name && (Layers.Contains(name) || classes.Contains(name)))
            .SelectMany(static d => d.Variables.Select(static v => v.Identifier.ValueText));
        return $"public override Tensor forward(Tensor x) => {layers.Aggregate("x", static (x, layer) => $"{layer}.forward({x})")};\n";
    }
}
