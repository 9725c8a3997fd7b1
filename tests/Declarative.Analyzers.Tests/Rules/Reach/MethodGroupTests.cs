using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class MethodGroupTests
{
    [Fact]
    public Task A_delegate_of_forward() => Verify.AnalyzerAsync(
        Models.WithForward("Func<Tensor, Tensor> f = {|#0:q.forward|}; return v.forward(f(x));"),
        Verify.Diagnostic(DiagnosticDescriptors.MethodGroup).WithLocation(0).WithArguments("q", "forward", "Lora"));

    [Theory]
    [InlineData("return v.forward(Apply({|DCL0303:q.call|}, x));")]
    [InlineData("var f = {|DCL0303:this.q.forward|}; return v.forward(f(x));")]
    [InlineData("var layer = q; Func<Tensor, Tensor> f = {|DCL0303:layer.forward|}; return v.forward(f(x));")]
    [InlineData("return v.forward(Apply(new Func<Tensor, Tensor>({|DCL0303:q.forward|}), x));")]
    public Task In_other_forms(string forward) => Verify.AnalyzerAsync(Model(forward));

    [Fact]
    public Task In_a_constructor_too() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(16, 16);
            private readonly Func<Tensor, Tensor> project;
            public Net() : base("net")
            {
                project = {|DCL0303:fc.forward|};
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => project(x);
        }
        """);

    [Theory]
    [InlineData("{|DCL0303:net.forward|}")]
    [InlineData("{|DCL0303:net.call|}")]
    [InlineData("t => net.forward(t)")]
    [InlineData("others.forward")]
    public Task Of_a_Sequential_that_holds_one(string function) => Verify.AnalyzerAsync(
        $$"""
        [Lora(Targets = "up")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Sequential net = Sequential(("up", Linear(16, 16))), others = Sequential(("fc", Linear(16, 16)));
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x)
            {
                Func<Tensor, Tensor> f = {{function}};
                return f(net.forward(others.forward(x)));
            }
        }
        """);

    [Theory]
    [InlineData("return v.forward(Apply(t => q.forward(t), x));")]
    [InlineData("return q.forward(v.forward(Apply(k.forward, x)));")]
    [InlineData("Action dispose = q.Dispose; Func<string> name = q.GetName; return q.forward(v.forward(x));")]
    public Task Lambdas_other_layers_and_methods_that_do_not_compute_are_fine(string forward) => Verify.AnalyzerAsync(Model(forward));

    private static string Model(string forward) => Models.WithForward(
        forward, "private static Tensor Apply(Func<Tensor, Tensor> f, Tensor x) => f(x);");
}
