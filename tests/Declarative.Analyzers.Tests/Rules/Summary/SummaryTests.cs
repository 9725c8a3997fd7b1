using System.Globalization;
using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Summary;

public class SummaryTests
{
    [Fact]
    public Task Numbers_where_sizes_are_constant() => VerifyFacts(
        """
        [{|#0:Lora|}(Rank = 4)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.call(q.forward(x)) + q.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0).WithArguments("[Lora]", "Net", "1,024", "2 layers", "3 calls are intercepted"));

    [Fact]
    public Task A_formula_where_they_are_not() => VerifyFacts(
        """
        [{|#0:Lora|}(Rank = 4)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc;
            public Net(int width) : base("net")
            {
                fc = Linear(width, 3 * width);
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0)
            .WithArguments("[Lora]", "Net", "4·(width + 3 * width)", "1 layer", "1 call is intercepted"));

    [Fact]
    public Task One_for_a_class_whatever_it_reaches_and_how_many_attributes_it_has() => VerifyFacts(
        """
        [{|#0:Lora|}(Targets = "q", Rank = 2)]
        [Lora(Targets = "v", Rank = 4)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Block> blocks = new(new Block(), new Block(), new Block());
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                foreach (var block in blocks)
                    x = block.forward(x);
                return x;
            }
        }

        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), k = Linear(64, 64), v = Linear(64, 64);
            public Block() : base("block") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(k.forward(q.forward(x)));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0).WithArguments("[Lora]", "Net", "2,304", "6 layers", "2 calls are intercepted"));

    [Fact]
    public Task Calls_by_other_names_are_counted_in_every_class() => VerifyFacts(
        """
        [{|#0:Lora|}(Targets = "q|v", Rank = 4)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Block block = new();
            private readonly Linear q = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                var layer = q;
                return block.forward(layer.forward(q.forward(x)));
            }
        }

        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), v = Linear(64, 64);
            public Block() : base("block") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                var layer = v;
                return layer.forward(q.forward(x));
            }
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0).WithArguments("[Lora]", "Net", "1,536", "3 layers", "4 calls are intercepted"));

    [Fact]
    public Task Calls_of_other_layers_are_not_counted() => VerifyFacts(
        """
        [{|#0:Lora|}(Targets = "q", Rank = 4)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), k = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                var layer = k;
                return layer.forward(q.forward(x));
            }
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0).WithArguments("[Lora]", "Net", "512", "1 layer", "1 call is intercepted"));

    [Theory]
    [InlineData(111, "4·({0} + 16)")]
    [InlineData(112, "4·({0} + 1…")]
    public Task The_beginning_of_a_long_formula(int letters, string formula)
    {
        var width = new string('w', letters);
        return VerifyFacts(
            $$"""
            [{|#0:Lora|}(Rank = 4)]
            public sealed partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc;
                public Net(int {{width}}) : base("net")
                {
                    fc = Linear({{width}}, 16);
                    RegisterComponents();
                }
                public override Tensor forward(Tensor x) => fc.forward(x);
            }
            """,
            Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0)
                .WithArguments("[Lora]", "Net", string.Format(CultureInfo.InvariantCulture, formula, width), "1 layer", "1 call is intercepted"));
    }

    [Fact]
    public Task Every_method_is_named() => VerifyFacts(
        """
        [{|#0:DoRA|}(Targets = "q", Rank = 2)]
        [Lora(Name = "other", Targets = "v", Rank = 2)]
        [Lora(Name = "other", Targets = "k", Rank = 2)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), k = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(k.forward(q.forward(x)));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0).WithArguments("[DoRA] and [Lora]", "Net", "832", "3 layers", "3 calls are intercepted"));

    [Fact]
    public Task On_a_member() => VerifyFacts(
        """
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [{|#0:Lora|}(Bias = TrainedBias.LoraOnly)]
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.Summary).WithLocation(0).WithArguments("[Lora]", "Net", "1,088", "1 layer", "1 call is intercepted"));

    [Fact]
    public Task Nothing_where_nothing_is_trained() => VerifyFacts(
        Models.WithAttribute("[Lora(Targets = \"{|DCL0202:other|}\")]"));

    private static Task VerifyFacts(string source, params DiagnosticResult[] expected)
    {
        var test = new AnalyzerTest { WithFacts = true, Sources = { ("Test.cs", source) }, DisabledDiagnostics = { "DCL0207" } };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
