using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class LayerExposedTests
{
    [Fact]
    public Task Returned_by_a_public_property() => Verify.AnalyzerAsync(
        Model("public Linear Query => {|#0:q|};"),
        Verify.Diagnostic(DiagnosticDescriptors.LayerExposed).WithLocation(0).WithArguments("q", "Query", "Lora"));

    [Theory]
    [InlineData("public Linear Query() => {|DCL0304:q|};")]
    [InlineData("internal Module Query { get { return {|DCL0304:this.q|}; } }")]
    [InlineData("public Module<Tensor, Tensor> Pick(bool first) => first ? {|DCL0304:q|} : k;")]
    [InlineData("public Linear Query() { var layer = q; return {|DCL0304:layer|}; }")]
    [InlineData("public Linear? Last; public void Keep() => Last = {|DCL0304:q|};")]
    [InlineData("public Linear? Last { get; private set; } public void Keep() => Last = {|DCL0304:q|};")]
    public Task In_other_forms(string member) => Verify.AnalyzerAsync(Model(member));

    [Fact]
    public Task By_an_interface_that_is_implemented_explicitly() => Verify.AnalyzerAsync(
        """
        public interface IHasQuery { Linear Query { get; } }

        [Lora(Targets = "q")]
        public sealed partial class Net : Module<Tensor, Tensor>, IHasQuery
        {
            private readonly Linear q = Linear(16, 16);
            public Net() : base("net") => RegisterComponents();
            Linear IHasQuery.Query => {|DCL0304:q|};
            public override Tensor forward(Tensor x) => q.forward(x);
        }
        """);

    [Theory]
    [InlineData("private Linear Query => q; public Tensor Run(Tensor x) => Query.forward(x);")]
    [InlineData("public Linear Key => k;")]
    [InlineData("private Linear? last; public void Keep() => last = q; public bool Kept => last is not null;")]
    [InlineData("public Func<Tensor, Tensor> Query() => x => q.forward(x);")]
    [InlineData("public int Count() { Linear Local() => q; return Local() is null ? 0 : 1; }")]
    public Task Private_members_other_layers_and_lambdas_are_fine(string member) => Verify.AnalyzerAsync(Model(member));

    private static string Model(string member) => Models.WithForward("return q.forward(v.forward(x));", member);
}
