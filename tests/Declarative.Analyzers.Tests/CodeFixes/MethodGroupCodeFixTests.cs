using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class MethodGroupCodeFixTests
{
    [Theory]
    [InlineData("Func<Tensor, Tensor> f = {|DCL0303:q.forward|};", "Func<Tensor, Tensor> f = t => q.forward(t);")]
    [InlineData("Func<Tensor, Tensor> f; f = {|DCL0303:this.q.call|};", "Func<Tensor, Tensor> f; f = t => this.q.call(t);")]
    [InlineData("var f = {|DCL0303:q.forward|};", "var f = (Tensor t) => q.forward(t);")]
    [InlineData("var f = (Func<Tensor, Tensor>){|DCL0303:q.forward|};", "var f = (Func<Tensor, Tensor>)(t => q.forward(t));")]
    [InlineData("var f = (Delegate){|DCL0303:q.forward|};", "var f = (Delegate)((Tensor t) => q.forward(t));")]
    [InlineData("var f = new Func<Tensor, Tensor>({|DCL0303:q.forward|});", "var f = new Func<Tensor, Tensor>(t => q.forward(t));")]
    [InlineData("var y = Apply(/* q */ {|DCL0303:q.forward|} /* here */, x);", "var y = Apply(/* q */ t => q.forward(t) /* here */, x);")]
    [InlineData("var y = Map({|DCL0303:q.forward|}, x);", "var y = Map((Tensor t) => q.forward(t), x);")]
    [InlineData("Func<Tensor, Tensor> f = x.numel() > 1 ? {|DCL0303:q.forward|} : {|DCL0303:v.forward|};", "Func<Tensor, Tensor> f = x.numel() > 1 ? (t => q.forward(t)) : (t => v.forward(t));")]
    [InlineData("Func<Tensor, Tensor>[] f = [{|DCL0303:q.forward|}, {|DCL0303:v.forward|}];", "Func<Tensor, Tensor>[] f = [(t => q.forward(t)), (t => v.forward(t))];")]
    [InlineData("var t = 1; var input = 2; Func<Tensor, Tensor> f = {|DCL0303:q.forward|};", "var t = 1; var input = 2; Func<Tensor, Tensor> f = tensor => q.forward(tensor);")]
    [InlineData("foreach (var h in heads) x = Apply({|DCL0303:h.forward|}, x);", "foreach (var h in heads) x = Apply(t => h.forward(t), x);")]
    public Task A_lambda_calls_the_layer(string statements, string expected) => CodeFixAsync(statements, expected);

    [Theory]
    [InlineData("var l = q; Func<Tensor, Tensor> f = {|DCL0303:l.forward|}; l = k;")]
    [InlineData("for (var i = 0; i < 1; i++) x = Apply({|DCL0303:heads[i].forward|}, x);")]
    [InlineData("Changed += {|DCL0303:q.forward|}; Changed -= {|DCL0303:q.forward|};")]
    public Task No_fix_is_offered_where_a_lambda_would_not_be_the_same(string statements) => CodeFixAsync(statements, statements);

    [Fact]
    public Task The_call_in_the_lambda_is_intercepted() => CodeFixAsync(
        "Func<Tensor, Tensor> f = {|DCL0303:q.forward|};", "Func<Tensor, Tensor> f = t => q.forward(t);", emit: true);

    private static Task CodeFixAsync(string statements, string expected, bool emit = false)
    {
        var test = new CodeFixTest<MethodGroupCodeFix>
        {
            Sources = { ("Test.cs", Model(statements)) },
            FixedSources = { ("Test.cs", Model(expected)) },
            Emit = emit,
            DisabledDiagnostics = { DiagnosticDescriptors.NeverCalled.Id },
        };
        return test.RunAsync();
    }

    private static string Model(string statements) =>
        $$"""
        #pragma warning disable CS0219, CS0067
        [Lora(Targets = "q|v|heads.*")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), k = Linear(64, 64), v = Linear(64, 64);
            private readonly ModuleList<Linear> heads = new(Linear(64, 64));
            private event Func<Tensor, Tensor>? Changed;
            public Net() : base("net") => RegisterComponents();
            private static Tensor Apply(Func<Tensor, Tensor> f, Tensor x) => f(x);
            private static T Map<T>(Func<T, T> f, T x) => f(x);
            public override Tensor forward(Tensor x)
            {
                {{statements}}
                return k.forward(x);
            }
        }
        """;
}
