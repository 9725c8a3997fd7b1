using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class LayerPassedTests
{
    private const string Helper = """
        public static class Helper
        {
            public static Tensor Run(Module<Tensor, Tensor> layer, Tensor x) => layer.forward(x);
            public static Tensor Twice(this Module<Tensor, Tensor> layer, Tensor x) => layer.forward(layer.forward(x));
            public static Tensor Lazy(Func<Linear> layer, Tensor x) => layer().forward(x);
            public static Tensor RunAll(Tensor x, params Module<Tensor, Tensor>[] layers) => layers[0].forward(x);
            public static Linear[] Both(Linear first, Linear second) => [first, second];
        }
        public sealed class Pair(Linear first, Linear second) : List<Linear>([first, second]);
        """;

    [Fact]
    public Task To_a_method_outside_reach() => Verify.AnalyzerAsync(
        Models.WithForward("return v.forward(Helper.Run({|#0:q|}, x));", elsewhere: Helper),
        Verify.Diagnostic(DiagnosticDescriptors.LayerPassed).WithLocation(0).WithArguments("q", "Run", "Lora"));

    [Theory]
    [InlineData("return {|DCL0302:q|}.Twice(v.forward(x));")]
    [InlineData("return Helper.Run((Module<Tensor, Tensor>){|DCL0302:q|}, v.forward(x));")]
    [InlineData("var layer = q; return Helper.Run({|DCL0302:layer|}, v.forward(x));")]
    [InlineData("return {|DCL0302:q|}?.Twice(v.forward(x)) ?? x;")]
    [InlineData("return Helper.Run(x.size(0) > 1 ? {|DCL0302:this.q|} : k, v.forward(x));")]
    public Task In_other_forms(string forward) => Verify.AnalyzerAsync(Models.WithForward(forward, elsewhere: Helper));

    [Theory]
    [InlineData("return functional.linear(x, layer.weight!);")]
    [InlineData("var l = layer; return Helper.Run(l, x);")]
    [InlineData("return Second(layer, x);")]
    [InlineData("Func<Tensor, Tensor> f = layer.forward; return f(x);")]
    public Task To_a_helper_in_reach_that_does_more_than_call_it(string helper) => Verify.AnalyzerAsync(
        Models.WithForward(
            "return First({|DCL0302:q|}, First(k, v.forward(x)));",
            $$"""
            private static Tensor First(Linear layer, Tensor x)
            {
                {{helper}}
            }
            private static Tensor Second(Linear layer, Tensor x) => x.matmul(layer.weight!);
            """,
            Helper));

    [Theory]
    [InlineData("return Helper.RunAll(v.forward(x), {|DCL0302:q|}, k);")]
    [InlineData("return Helper.RunAll(v.forward(x), [{|DCL0302:q|}]);")]
    [InlineData("Linear[] all = [q, k]; return Helper.RunAll(v.forward(x), {|DCL0302:all|});")]
    [InlineData("return Helper.Lazy(() => {|DCL0302:q|}, v.forward(x));")]
    [InlineData("foreach (var layer in Helper.Both({|DCL0302:q|}, k)) x = layer.forward(x); return v.forward(x);")]
    [InlineData("foreach (var layer in new Pair({|DCL0302:q|}, k)) x = layer.forward(x); return v.forward(x);")]
    public Task Among_others(string forward) => Verify.AnalyzerAsync(Models.WithForward(forward, elsewhere: Helper));

    [Theory]
    [InlineData("return Each({|DCL0302:heads|}, x);")]
    [InlineData("return Sum(x, {|DCL0302:heads[0]|}, Linear(64, 64));")]
    [InlineData("return heads.Select(h => One({|DCL0302:h|}, x)).First();")]
    [InlineData("return {|DCL0302:heads|}.Select(Weight).First() * x;")]
    [InlineData("return {|DCL0302:heads|}.Select(Helper.Norm).First() * x;")]
    public Task Lists_and_their_elements(string forward) => Verify.AnalyzerAsync(
        $$"""
        [Lora(Targets = "heads.*")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> heads = new(Linear(64, 64));
            public Net() : base("net") => RegisterComponents();
            private static Tensor One(Linear layer, Tensor x) => functional.linear(x, layer.weight);
            private static Tensor Weight(Linear layer) => layer.weight!.t();
            private static Tensor Each(ModuleList<Linear> layers, Tensor x)
            {
                foreach (var layer in layers)
                    x = functional.linear(x, layer.weight);
                return x;
            }
            private static Tensor Sum(Tensor x, params Linear[] layers) => layers.Select(l => l.weight!.t()).Aggregate(x, (y, w) => y.matmul(w));
            public override Tensor forward(Tensor x)
            {
                {{forward}}
            }
        }

        public static class Helper { public static Tensor Norm(Linear layer) => layer.weight!.norm(); }
        """);

    [Fact]
    public Task Helpers_that_call_each_other_come_to_an_end() => Verify.AnalyzerAsync(Models.WithForward(
        "return Ping(q, v.forward(x));",
        """
        private static Tensor Ping(Linear layer, Tensor x) => x.numel() > 1 ? Pong(layer, x) : layer.forward(x);
        private static Tensor Pong(Linear layer, Tensor x) => x.numel() > 2 ? Ping(layer, x) : layer.call(x);
        """));

    [Fact]
    public Task To_a_constructor_of_a_class_outside_reach() => Verify.AnalyzerAsync(
        Models.WithForward(
            "return new Lens({|DCL0302:q|}).Look(v.forward(x));",
            elsewhere: "public sealed class Lens(Linear layer) { public Tensor Look(Tensor x) => layer.forward(x); }"));

    [Theory]
    [InlineData("new Lens({|#0:q|})", "Lens")]
    [InlineData("new Lens(k)[{|#0:q|}]", "Lens")]
    [InlineData("new Lens(k).Through({|#0:q|})", "Through")]
    public Task The_message_names_what_the_layer_is_passed_to(string made, string name) => Verify.AnalyzerAsync(
        Models.WithForward(
            $"var made = {made}; return made is null ? x : v.forward(x);",
            elsewhere: "public sealed class Lens(Linear layer) { public Linear Layer => layer; public Lens this[Linear other] => new(other); public Lens Through(Linear other) => new(other); }"),
        Verify.Diagnostic(DiagnosticDescriptors.LayerPassed).WithLocation(0).WithArguments("q", name, "Lora"));

    [Theory]
    [InlineData("{|DCL0302:q|}", "layer.weight!", "layer.forward(x)")]
    [InlineData("q", "layer.forward(x)", "layer.weight!")]
    public Task Helpers_are_followed_four_deep(string layer, string fourth, string fifth) => Verify.AnalyzerAsync(Models.WithForward(
        $"return First({layer}, v.forward(x));",
        $"""
        private static Tensor First(Linear layer, Tensor x) => Second(layer, x);
        private static Tensor Second(Linear layer, Tensor x) => Third(layer, x);
        private static Tensor Third(Linear layer, Tensor x) => Fourth(layer, x);
        private static Tensor Fourth(Linear layer, Tensor x) => Fifth(layer, x) + {fourth};
        private static Tensor Fifth(Linear layer, Tensor x) => {fifth};
        """));

    [Fact]
    public async Task To_another_assembly() => await new AnalyzerTest
    {
        Sources = { ("Test.cs", Models.WithForward("return v.forward(Vendor.Run({|DCL0302:q|}, x));")) },
        References =
        {
            TestCompilation.CompileReference(
                "public static class Vendor { public static Tensor Run(Module<Tensor, Tensor> layer, Tensor x) => layer.forward(x); }"),
        },
    }.RunAsync();

    [Fact]
    public Task Registration_and_construction_are_fine() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "q|v|fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q, v, fc;
            private readonly ModuleList<Linear> list;
            private readonly Sequential net;
            public Net() : base("net")
            {
                q = Linear(16, 16);
                v = Linear(16, 16);
                fc = Linear(16, 16);
                register_module("q", q);
                list = new ModuleList<Linear>(q);
                list.Add(v);
                net = Sequential(("fc", fc), ("act", ReLU()));
                init.xavier_uniform_(q.weight);
                ArgumentNullException.ThrowIfNull(q);
                Console.WriteLine($"{nameof(q)} {q}");
                q.to(CPU);
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => net.forward(v.forward(q.forward(x)));
            protected override void Dispose(bool disposing)
            {
                if (disposing)
                {
                    q?.Dispose();
                    v.Dispose();
                }
                base.Dispose(disposing);
            }
        }
        """);

    [Theory]
    [InlineData("return Run(q, v.forward(x));")]
    [InlineData("Module<Tensor, Tensor>[] all = [q, v]; foreach (var layer in all) x = layer.forward(x); return x;")]
    [InlineData("var all = new List<Linear> { q, v }; return all.Aggregate(x, (h, layer) => layer.forward(h));")]
    [InlineData("return new[] { q, v }.Aggregate(x, (h, layer) => layer.forward(h));")]
    [InlineData("return RunAll(v.forward(x), q, k);")]
    [InlineData("return new[] { q, v }.Select(l => Run(l, x)).First();")]
    [InlineData("Module[] all = [q, v]; return all.Select(Same).OfType<Linear>().Aggregate(x, (y, l) => l.forward(y));")]
    [InlineData("return Object.ReferenceEquals(q, v) ? x : q.forward(v.forward(x));")]
    [InlineData("var s = q.state_dict(); foreach (var p in q.parameters()) _ = p.numel(); q.train(); q.eval(); return q.forward(v.forward(x));")]
    [InlineData("return Helper.Run(k, q.forward(v.forward(x)));")]
    public Task Methods_in_reach_the_framework_and_other_layers_are_fine(string forward) => Verify.AnalyzerAsync(
        Models.WithForward(
            forward,
            """
            private static Tensor Run(Linear layer, Tensor x) => layer.forward(x);
            private static Tensor RunAll(Tensor x, params Linear[] layers) => layers.Aggregate(x, (y, layer) => layer.forward(y));
            private static Module Same(Module layer) => layer;
            """,
            Helper));
}
