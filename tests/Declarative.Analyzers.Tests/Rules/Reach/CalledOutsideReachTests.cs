using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class CalledOutsideReachTests
{
    [Fact]
    public Task Through_a_local_in_another_class() => Verify.AnalyzerAsync(
        Model("var layer = net.head; return {|#0:layer|}.forward(x);"),
        Verify.Diagnostic(DiagnosticDescriptors.CalledOutsideReach).WithLocation(0).WithArguments("head", "Sampler", "Lora"));

    [Fact]
    public Task In_a_loop_over_a_list() => Verify.AnalyzerAsync(
        Model("foreach (var layer in net.heads) x = {|DCL0305:layer|}.call(x); return x;"));

    [Theory]
    [InlineData("var layers = net.net; return {|DCL0305:layers|}.forward(x);")]
    [InlineData("var layers = net.net; return {|DCL0305:layers|}.call(x);")]
    public Task Through_a_Sequential(string statements) => Verify.AnalyzerAsync(Model(statements));

    [Theory]
    [InlineData("return net.head.forward(x);")]
    [InlineData("return net.net.forward(x);")]
    public Task A_call_on_the_member_itself_is_intercepted_anywhere(string statements) => Verify.AnalyzerAsync(Model(statements));

    [Fact]
    public Task Calls_of_the_model_and_looks_at_its_layers_are_fine() => Verify.AnalyzerAsync(
        Model("Console.WriteLine(net.head); var layer = net.head; return net.forward(x) * layer.weight!.shape[0];"));

    private static string Model(string statements) =>
        $$"""
        [Lora(Targets = "all-linear|head|net.*")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            public readonly Linear head = Linear(16, 16);
            public readonly ModuleList<Linear> heads = new(Linear(16, 16));
            public readonly Sequential net = Sequential(("fc", Linear(16, 16)));
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => head.forward(heads[0].forward(net.forward(x)));
        }

        public static class Sampler
        {
            public static Tensor Next(Net net, Tensor x)
            {
                {{statements}}
            }
        }
        """;
}
