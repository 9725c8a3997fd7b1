using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class CorrectTargetCodeFixTests
{
    [Theory]
    [InlineData("\"{|DCL0202:q_porj|}\"", "\"q_proj\"")]
    [InlineData("\"q_proj|{|DCL0203:v_porj|}\"", "\"q_proj|v_proj\"")]
    [InlineData("\" {|DCL0202:q_porj|} | {|DCL0202:vproj|} \"", "\" q_proj | v_proj \"")]
    [InlineData("@\"q_proj|{|DCL0203:V_PROJ|}\"", "@\"q_proj|v_proj\"")]
    [InlineData("\"{|DCL0202:q_porj|}|{|DCL0202:v_porj|}|{|DCL0202:q_projj|}\"", "\"q_proj|v_proj|q_proj\"")]
    [InlineData("\"\"\"{|DCL0203:q_porj|}|v_proj\"\"\"", "\"\"\"q_proj|v_proj\"\"\"")]
    public Task The_suggested_name_is_put_in_its_place(string written, string expected) =>
        Verify.CodeFixAsync<CorrectTargetCodeFix>(Model(written), Model(expected));

    [Theory]
    [InlineData("\"q_proj|{|DCL0203:c_attn|}\"")]
    [InlineData("{|DCL0203:\"q_proj|\" + \"v_porj\"|}")]
    [InlineData("{|DCL0202:Net.Typo|}")]
    public Task No_fix_is_offered_without_a_suggestion_or_outside_a_literal(string written) =>
        Verify.CodeFixAsync<CorrectTargetCodeFix>(Model(written), Model(written));

    [Fact]
    public Task In_several_files_at_once()
    {
        var test = new CodeFixTest<CorrectTargetCodeFix>();
        foreach (var name in new[] { "A", "B" })
        {
            test.Sources.Add((name + ".cs", Model("\"{|DCL0202:q_porj|}|{|DCL0202:v_porj|}\"").Replace("Net", name, StringComparison.Ordinal)));
            test.FixedSources.Add((name + ".cs", Model("\"q_proj|v_proj\"").Replace("Net", name, StringComparison.Ordinal)));
        }
        return test.RunAsync();
    }

    [Fact]
    public Task A_name_in_Exclude() => Verify.CodeFixAsync<CorrectTargetCodeFix>(
        Model("\"*_proj\", Exclude = \"{|DCL0209:v_porj|}\""), Model("\"*_proj\", Exclude = \"v_proj\""));

    [Fact]
    public Task A_module_in_place_of_its_layers() => Verify.CodeFixAsync<CorrectTargetCodeFix>(
        Model("\"{|DCL0202:net|}\"").Replace("v_proj = Linear(64, 64);", "v_proj = Linear(64, 64); private readonly Sequential net = Sequential((\"up\", Linear(64, 64)));", StringComparison.Ordinal)
            .Replace("=> v_proj", "=> net.forward(v_proj", StringComparison.Ordinal).Replace("(x));", "(x)));", StringComparison.Ordinal),
        Model("\"net.**\"").Replace("v_proj = Linear(64, 64);", "v_proj = Linear(64, 64); private readonly Sequential net = Sequential((\"up\", Linear(64, 64)));", StringComparison.Ordinal)
            .Replace("=> v_proj", "=> net.forward(v_proj", StringComparison.Ordinal).Replace("(x));", "(x)));", StringComparison.Ordinal));

    private static string Model(string written) =>
        $$"""
        [Lora(Targets = {{written}})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            public const string Typo = "q_porj";
            private readonly Linear q_proj = Linear(64, 64), v_proj = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v_proj.forward(q_proj.forward(x));
        }
        """;
}
