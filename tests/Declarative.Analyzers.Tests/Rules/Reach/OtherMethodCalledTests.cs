using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class OtherMethodCalledTests
{
    [Fact]
    public Task A_method_of_a_custom_layer_that_computes() => Verify.AnalyzerAsync(
        Model("fc.{|#0:Transposed|}(fc.forward(x))"),
        Verify.Diagnostic(DiagnosticDescriptors.OtherMethodCalled).WithLocation(0).WithArguments("fc", "Transposed", "Lora"));

    [Theory]
    [InlineData("fc.{|DCL0308:forward|}(fc.forward(x), x)")]
    [InlineData("fc.{|DCL0308:Both|}(fc.forward(x)).Item1")]
    [InlineData("fc.{|DCL0308:Halves|}(fc.forward(x))[0]")]
    [InlineData("fc.{|DCL0308:Later|}(fc.forward(x)).Result")]
    [InlineData("fc.forward(x) * ((dynamic){|DCL0308:((dynamic)fc).weight|})")]
    [InlineData("(Tensor){|DCL0308:((dynamic)fc).forward|}(x)")]
    [InlineData("(Tensor){|DCL0308:((dynamic)fc).call|}(x)")]
    public Task In_other_forms(string expression) => Verify.AnalyzerAsync(Model(expression));

    [Theory]
    [InlineData("fc.forward(x) * fc.Width() + fc.named_parameters().Count()")]
    [InlineData("fc.forward(x) * (long)((dynamic)fc).Width()")]
    [InlineData("System.Threading.Tasks.Task.FromResult(fc).ContinueWith(t => fc.forward(x)).Result")]
    public Task Methods_that_give_no_tensor_and_those_of_other_objects_are_fine(string expression) => Verify.AnalyzerAsync(Model(expression));

    private static string Model(string expression) =>
        $$"""
        public sealed class Tied : Module<Tensor, Tensor>
        {
            public readonly Parameter weight = new(zeros(16, 16));
            public Tied() : base("tied") => RegisterComponents();
            public override Tensor forward(Tensor x) => functional.linear(x, weight);
            public Tensor forward(Tensor x, Tensor mask) => functional.linear(x, weight) * mask;
            public Tensor Transposed(Tensor x) => x.matmul(weight);
            public (Tensor, int) Both(Tensor x) => (x.matmul(weight), 1);
            public Tensor[] Halves(Tensor x) => x.matmul(weight).chunk(2);
            public System.Threading.Tasks.Task<Tensor> Later(Tensor x) => System.Threading.Tasks.Task.FromResult(x.matmul(weight));
            public long Width() => weight.shape[0];
        }

        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Tied fc = new();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => {{expression}};
        }
        """;
}
