using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class DropTargetCodeFixTests
{
    [Theory]
    [InlineData("\"q_proj|{|DCL0203:c_attn|}\"", "\"q_proj\"")]
    [InlineData("\"{|DCL0203:c_attn|}|q_proj\"", "\"q_proj\"")]
    [InlineData("\"q_proj | {|DCL0203:v_porj|} | v_proj\"", "\"q_proj | v_proj\"")]
    [InlineData("@\"q_proj|{|DCL0203:c_attn|}\"", "@\"q_proj\"")]
    [InlineData("\"\"\"q_proj|{|DCL0203:c_attn|}\"\"\"", "\"\"\"q_proj\"\"\"")]
    [InlineData("\"{|DCL0203:c_attn|}|{|DCL0203:c_proj|}|q_proj\"", "\"q_proj\"")]
    [InlineData("\"q_proj|{|DCL0203:c_attn|}|{|DCL0203:c_proj|}\"", "\"q_proj\"")]
    [InlineData("\"{|DCL0203:c_attn|} | q_proj | {|DCL0203:c_proj|}\"", "\"q_proj\"")]
    public Task The_alternative_goes_with_its_bar(string written, string expected) =>
        Verify.CodeFixAsync<DropTargetCodeFix>(Model(written), Model(expected));

    [Theory]
    [InlineData("Targets = \"q_proj|{|DCL0204:drop|}\"", "Targets = \"q_proj\"")]
    [InlineData("Exclude = \"v_proj|{|DCL0209:c_attn|}\"", "Exclude = \"v_proj\"")]
    [InlineData("Alpha = 4, Exclude = \"{|DCL0209:c_attn|}\"", "Alpha = 4")]
    public Task What_is_no_layer_and_what_takes_nothing_away(string written, string expected) =>
        Verify.CodeFixAsync<DropTargetCodeFix>(ModelWith(written), ModelWith(expected));

    [Fact]
    public Task The_last_target_stays_though_it_is_no_layer() =>
        Verify.CodeFixAsync<DropTargetCodeFix>(ModelWith("Targets = \"{|DCL0204:drop|}\""), ModelWith("Targets = \"{|DCL0204:drop|}\""));

    [Theory]
    [InlineData("{|DCL0203:\"q_proj|\" + \"c_attn\"|}")]
    [InlineData("{|DCL0203:Net.Dead|}")]
    [InlineData("{|DCL0203:\"q_proj|c_\\u0061ttn\"|}")]
    public Task No_fix_is_offered_outside_a_literal(string written) =>
        Verify.CodeFixAsync<DropTargetCodeFix>(Model(written), Model(written));

    [Fact]
    public Task In_several_files_at_once()
    {
        var test = new CodeFixTest<DropTargetCodeFix>();
        foreach (var name in new[] { "A", "B" })
        {
            test.Sources.Add((name + ".cs", Model("\"q_proj|{|DCL0203:c_attn|}|{|DCL0203:c_fc|}\"").Replace("Net", name, StringComparison.Ordinal)));
            test.FixedSources.Add((name + ".cs", Model("\"q_proj\"").Replace("Net", name, StringComparison.Ordinal)));
        }
        return test.RunAsync();
    }

    [Theory]
    [InlineData("Exclude = \"a | b\"", "Exclude", "b", "[Lora(Exclude = \"a\")]")]
    [InlineData("Rank = 4, Exclude = \"a\"", "Exclude", "a", "[Lora(Rank = 4)]")]
    [InlineData("Exclude = \"a\"", "Exclude", "a", "[Lora]")]
    [InlineData("Targets = \"a\"", "Targets", "a", "[Lora(Targets = \"a\")]")]
    [InlineData("Exclude = \"a\"", "Exclude", "gone", "[Lora(Exclude = \"a\")]")]
    public void The_last_one_takes_Exclude_along_and_stays_in_Targets(string arguments, string property, string alternative, string expected)
    {
        var attribute = SyntaxFactory.ParseCompilationUnit($"[Lora({arguments})] class C;").DescendantNodes().OfType<AttributeSyntax>().Single();

        var dropped = DropTargetCodeFix.Drop(attribute, new AlternativeInLiteral(attribute, property, alternative));

        Assert.Equal(expected, $"[{dropped}]");
    }

    private static string Model(string targets) => ModelWith($"Targets = {targets}, Rank = 4");

    private static string ModelWith(string values) =>
        $$"""
        [Lora({{values}})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            public const string Dead = "q_proj|c_attn";
            private readonly Linear q_proj = Linear(64, 64), v_proj = Linear(64, 64);
            private readonly Dropout drop = Dropout(0.1);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => drop.forward(v_proj.forward(q_proj.forward(x)));
        }
        """;
}
