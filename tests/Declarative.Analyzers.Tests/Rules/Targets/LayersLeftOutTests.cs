using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Targets;

public class LayersLeftOutTests
{
    [Fact]
    public Task Linear_layers_beside_linear_targets() => VerifyFacts(
        Model("[Lora(Targets = {|#0:\"q_proj|v_proj\"|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.LayersLeftOut).WithLocation(0)
            .WithArguments("'k_proj', 'o_proj', 'heads.*'", "are linear layers", "Net"));

    [Fact]
    public Task One_layer() => VerifyFacts(
        Model("[Lora(Targets = {|#0:\"q_proj|v_proj|k_proj|heads.*\"|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.LayersLeftOut).WithLocation(0).WithArguments("'o_proj'", "is a linear layer", "Net"));

    [Fact]
    public Task Reported_once_for_several_attributes() => VerifyFacts(
        Model("[Lora(Targets = {|DCL0207:\"q_proj\"|})]\n[Lora(Targets = \"v_proj\", Rank = 4)]"));

    [Fact]
    public Task Embeddings_count_where_an_embedding_is_a_target() => VerifyFacts(
        Model("[Lora(Targets = {|#0:\"tok|all-linear\"|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.LayersLeftOut).WithLocation(0).WithArguments("'pos'", "is an Embedding layer", "Net"));

    [Fact]
    public Task Layers_of_several_kinds() => VerifyFacts(
        Model("[Lora(Targets = {|#0:\"tok|*_proj\"|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.LayersLeftOut).WithLocation(0)
            .WithArguments("'pos', 'heads.*'", "are Embedding and linear layers", "Net"));

    [Fact]
    public Task The_attribute_that_names_its_targets_is_the_place() => VerifyFacts(
        Model("[Lora]\n[Lora(Targets = {|DCL0207:\"tok\"|}, Rank = 4)]"));

    [Theory]
    [InlineData("private readonly Own own = new();", "'own'")]
    [InlineData("private readonly Own own = new(), other = new();", "'own', 'other'")]
    public Task A_layer_of_ones_own_is_linear_too(string fields, string names) => VerifyFacts(
        Other(fields),
        Verify.Diagnostic(DiagnosticDescriptors.LayersLeftOut).WithLocation(0)
            .WithArguments(names, names.Contains(',', StringComparison.Ordinal) ? "are linear layers" : "is a linear layer", "Net"));

    [Theory]
    [InlineData("private readonly Module<Tensor, Tensor> own = Own.Any;")]
    [InlineData("private readonly Dropout own = Dropout(0.1);")]
    public Task What_may_be_no_layer_or_is_none_is_fine(string field) => VerifyFacts(Other(field));

    [Theory]
    [InlineData("[Lora]")]
    [InlineData("[Lora(Targets = \"all-linear\")]")]
    [InlineData("[Lora(Targets = \"*_proj|heads.*\")]")]
    [InlineData("[Lora(Targets = \"q_proj|v_proj\", Exclude = \"k_proj|o_proj|heads.*\")]", "DCL0209")]
    [InlineData("[Lora(Targets = \"q_proj|v_proj\")]\n[Lora(Name = \"rest\", Targets = \"k_proj|o_proj|heads.*\")]")]
    [InlineData("[Lora(Targets = \"tok|pos\")]")]
    public Task All_of_a_kind_what_is_left_out_on_purpose_and_the_head_are_fine(string attribute, params string[] disabled) =>
        new AnalyzerTest { WithFacts = true, Sources = { ("Test.cs", Model(attribute)) }, DisabledDiagnostics = { "DCL0501", disabled.FirstOrDefault() ?? "" } }.RunAsync();

    [Fact]
    public Task What_an_inner_class_has_its_own_attribute_for_is_fine() => VerifyFacts(
        """
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Inner inner = new();
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(inner.forward(x));
        }

        [Lora(Targets = "q")]
        public sealed partial class Inner : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64);
            public Inner() : base("inner") => RegisterComponents();
            public override Tensor forward(Tensor x) => q.forward(x);
        }
        """);

    private static string Other(string fields) =>
        $$"""
        [Lora(Targets = {|#0:"fc"|})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(16, 16);
            {{fields}}
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => own is null ? x : fc.forward(x);
        }

        public sealed class Own() : Module<Tensor, Tensor>("own")
        {
            public static Module<Tensor, Tensor> Any { get; set; } = Linear(16, 16);
            public readonly Parameter weight = new(zeros(16, 16));
            public override Tensor forward(Tensor x) => functional.linear(x, weight);
        }
        """;

    private static Task VerifyFacts(string source, params DiagnosticResult[] expected)
    {
        var test = new AnalyzerTest { WithFacts = true, Sources = { ("Test.cs", source) }, DisabledDiagnostics = { "DCL0501" } };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    private static string Model(string attribute) =>
        $$"""
        {{attribute}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Embedding tok = Embedding(1000, 64), pos = Embedding(1000, 64);
            private readonly Linear q_proj = Linear(64, 64), k_proj = Linear(64, 64), v_proj = Linear(64, 64), o_proj = Linear(64, 64);
            private readonly ModuleList<Linear> heads = new(Linear(64, 64), Linear(64, 64));
            private readonly Linear lm_head = Linear(64, 1000);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor ids)
            {
                var x = tok.forward(ids) + pos.forward(ids);
                x = o_proj.forward(v_proj.forward(k_proj.forward(q_proj.forward(x))));
                foreach (var head in heads)
                    x = head.forward(x);
                return lm_head.forward(x);
            }
        }
        """;
}
