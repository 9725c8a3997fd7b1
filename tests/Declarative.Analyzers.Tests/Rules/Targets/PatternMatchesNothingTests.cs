using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Targets;

public class PatternMatchesNothingTests
{
    [Fact]
    public Task A_misspelt_name_with_the_nearest_suggested() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = \"{|#0:q_porj|}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("q_porj", "Net", "did you mean 'q_proj'?"));

    [Fact]
    public Task A_path_is_compared_with_paths_of_its_length() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = \"{|#0:atn.q_proj|}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("atn.q_proj", "Net", "did you mean 'attn.q_proj'?"));

    [Fact]
    public Task Nothing_is_suggested_when_nothing_is_near() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = \"{|#0:dense_h_to_4h|}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("dense_h_to_4h", "Net", "its layers are q_proj, v_proj, head"));

    [Fact]
    public Task Of_many_layers_the_first_are_listed() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "{|#0:query|}")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear l1 = Linear(4, 4), l2 = Linear(4, 4), l3 = Linear(4, 4), l4 = Linear(4, 4), l5 = Linear(4, 4);
            private readonly Linear l6 = Linear(4, 4), l7 = Linear(4, 4), l8 = Linear(4, 4), l9 = Linear(4, 4), l10 = Linear(4, 4);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => l1.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("query", "Net", "its layers are l1, l2, l3, l4, l5, l6, l7, l8 and 2 more"));

    [Fact]
    public Task Eight_layers_are_listed_whole() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "{|#0:query|}")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear l1 = Linear(4, 4), l2 = Linear(4, 4), l3 = Linear(4, 4), l4 = Linear(4, 4);
            private readonly Linear l5 = Linear(4, 4), l6 = Linear(4, 4), l7 = Linear(4, 4), l8 = Linear(4, 4);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => l1.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("query", "Net", "its layers are l1, l2, l3, l4, l5, l6, l7, l8"));

    [Fact]
    public Task The_elements_of_a_list_are_layers_too() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "{|#0:query|}")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> heads = new();
            public Net(int count) : base("net")
            {
                for (var i = 0; i < count; i++)
                    heads.Add(Linear(4, 4));
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => heads[0].forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("query", "Net", "its layers are heads.*"));

    [Fact]
    public async Task Layers_in_another_assembly_are_not_listed() => await new AnalyzerTest
    {
        Sources =
        {
            ("Test.cs", """
                [Lora(Targets = "{|#0:query|}")]
                public sealed partial class Net : Stem;
                """),
        },
        References =
        {
            TestCompilation.CompileReference(
                """
                public class Stem : Module<Tensor, Tensor>
                {
                    public readonly Linear fc = Linear(4, 4);
                    public Stem() : base("stem") => RegisterComponents();
                    public override Tensor forward(Tensor x) => fc.forward(x);
                }
                """),
        },
        ExpectedDiagnostics =
        {
            Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
                .WithArguments("query", "Net", "it has no layers in this compilation's source"),
        },
    }.RunAsync();

    [Fact]
    public Task A_layer_of_that_name_is_nearer_than_all_of_them() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "{|#0:all-linea|}")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear all_linea = Linear(4, 4);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => all_linea.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("all-linea", "Net", "did you mean 'all_linea'?"));

    [Fact]
    public Task All_alternatives_are_wrong() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = \"{|DCL0202:q_porj|} | {|DCL0202:v_porj|}\")]"));

    [Fact]
    public Task The_default_matches_nothing() => Verify.AnalyzerAsync(
        """
        [{|#0:Lora|}]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Embedding tokens = Embedding(32, 16);
            private readonly Linear lm_head = Linear(16, 32);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => lm_head.forward(tokens.forward(x));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("all-linear", "Net", "its layers are tokens, lm_head"));

    [Fact]
    public Task A_module_in_place_of_its_layers() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = \"{|#0:attn|}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("attn", "Net", "did you mean 'attn.**'?"));

    [Theory]
    [InlineData("x")]
    [InlineData("drp")]
    public Task Only_layers_with_a_name_of_their_own_that_can_be_targets_are_suggested(string target) => Verify.AnalyzerAsync(
        $$"""
        [Lora(Targets = "{|#0:{{target}}|}")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> heads = new(Linear(16, 16));
            private readonly Dropout drop = Dropout(0.1);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => heads[0].forward(drop.forward(x));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0).WithArguments(target, "Net", "its layers are heads.*"));

    [Fact]
    public Task A_constant_from_elsewhere_is_reported_as_a_whole() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = {|DCL0202:Names.Typo|})]", "public static class Names { public const string Typo = \"q_porj\"; }"));

    [Fact]
    public Task The_registered_name_counts_and_not_the_field() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "{|#0:_query|}")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear _query;
            public Net() : base("net")
            {
                _query = Linear(64, 64);
                register_module("query", _query);
            }
            public override Tensor forward(Tensor x) => _query.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.PatternMatchesNothing).WithLocation(0)
            .WithArguments("_query", "Net", "did you mean 'query'?"));

    [Theory]
    [InlineData("q_proj")]
    [InlineData("blocks.0.attn.q_proj")]
    [InlineData("blocks.*.attn.*_proj")]
    [InlineData("attn.**")]
    [InlineData("**.v_proj")]
    [InlineData("all-linear")]
    [InlineData("head")]
    public Task Patterns_that_match_some_layer_are_fine(string pattern) =>
        Verify.AnalyzerAsync(Model($"[Lora(Targets = \"{pattern}\")]"));

    private static string Model(string attribute, string elsewhere = "") =>
        $$"""
        {{attribute}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Block> blocks;
            private readonly Linear head = Linear(64, 64);
            public Net(int layers) : base("net")
            {
                blocks = new ModuleList<Block>();
                for (var i = 0; i < layers; i++)
                    blocks.Add(new Block());
                RegisterComponents();
            }
            public override Tensor forward(Tensor x)
            {
                foreach (var block in blocks)
                    x = block.forward(x);
                return head.forward(x);
            }
        }

        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Attention attn = new();
            public Block() : base("block") => RegisterComponents();
            public override Tensor forward(Tensor x) => attn.forward(x);
        }

        public sealed class Attention : Module<Tensor, Tensor>
        {
            private readonly Linear q_proj = Linear(64, 64), v_proj = Linear(64, 64);
            public Attention() : base("attn") => RegisterComponents();
            public override Tensor forward(Tensor x) => v_proj.forward(q_proj.forward(x));
        }
        {{elsewhere}}
        """;
}
