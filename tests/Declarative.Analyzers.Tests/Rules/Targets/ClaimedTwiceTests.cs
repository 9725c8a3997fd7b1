using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Targets;

public class ClaimedTwiceTests
{
    private const string Block = """
        public sealed partial class Block : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), v = Linear(64, 64);
            public Block() : base("block") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(q.forward(x));
        }
        """;

    [Fact]
    public Task By_two_attributes_of_one_class() => Verify.AnalyzerAsync(
        "[Lora(Targets = \"q\")]\n[Lora(Targets = \"v|{|#0:q|}\", Rank = 4)]\n" + Block,
        Verify.Diagnostic(DiagnosticDescriptors.ClaimedTwice).WithLocation(0)
            .WithArguments("q", " is", "Lora", "Block", "Lora", "another attribute of the class", "default"));

    [Fact]
    public Task Several_layers_by_one_alternative() => Verify.AnalyzerAsync(
        "[Lora(Name = \"a\")]\n[Lora(Name = \"a\", Targets = \"{|#0:all-linear|}\", Rank = 4)]\n" + Block,
        Verify.Diagnostic(DiagnosticDescriptors.ClaimedTwice).WithLocation(0)
            .WithArguments("q", " and one layer more are", "Lora", "Block", "Lora", "another attribute of the class", "a"));

    [Fact]
    public Task Many_layers_by_one_alternative() => Verify.AnalyzerAsync(
        """
        [Lora]
        [Lora(Targets = "{|#0:all-linear|}", Rank = 4)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), k = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(k.forward(q.forward(x)));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.ClaimedTwice).WithLocation(0)
            .WithArguments("q", " and 2 layers more are", "Lora", "Net", "Lora", "another attribute of the class", "default"));

    [Fact]
    public Task By_a_class_and_its_field() => Verify.AnalyzerAsync(
        """
        [Lora]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [{|#0:Lora|}(Rank = 4)]
            private readonly Linear q = Linear(64, 64);
            private readonly Linear v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(q.forward(x));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.ClaimedTwice).WithLocation(0)
            .WithArguments("q", " is", "Lora", "Net", "Lora", "another attribute of the class", "default"));

    [Fact]
    public Task By_an_outer_class_and_the_inner_one_itself() => Verify.AnalyzerAsync(
        $$"""
        [Lora(Targets = "fc|{|#0:q|}|v", Rank = 4)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Block> blocks = new(new Block(), new Block());
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(blocks[1].forward(blocks[0].forward(x)));
        }

        [Lora(Targets = "q")]
        {{Block}}
        """,
        Verify.Diagnostic(DiagnosticDescriptors.ClaimedTwice).WithLocation(0)
            .WithArguments("blocks.#.q", " is", "Lora", "Net", "Lora", "'Block' itself", "default"));

    [Theory]
    [InlineData("[Lora(Targets = \"q\")]", "[Lora(Targets = \"v\", Rank = 4)]")]
    [InlineData("[Lora(Exclude = \"v\")]", "[Lora(Targets = \"v\", Rank = 4)]")]
    [InlineData("[Lora(Name = \"a\")]", "[Lora(Name = \"b\", Rank = 4)]")]
    public Task Other_layers_and_other_names_are_fine(string first, string second) => Verify.AnalyzerAsync($"{first}\n{second}\n{Block}");

    [Fact]
    public Task What_only_may_be_claimed_twice_is_fine() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "heads.0")]
        [Lora(Targets = "heads.1", Rank = 4)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> heads = new(Linear(64, 64), Linear(64, 64));
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => heads[1].forward(heads[0].forward(x));
        }
        """);
}
