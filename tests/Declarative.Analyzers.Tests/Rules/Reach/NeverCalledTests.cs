using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class NeverCalledTests
{
    [Fact]
    public Task A_target_that_forward_forgets() => Verify.AnalyzerAsync(
        Model("private readonly Linear {|#0:fc|} = Linear(64, 64);", "return x;"),
        Verify.Diagnostic(DiagnosticDescriptors.NeverCalled).WithLocation(0).WithArguments("fc", "Net", "Lora"));

    [Theory]
    [InlineData("init.xavier_uniform_(fc.weight); ")]
    [InlineData("register_module(\"fc\", fc); fc.to(CPU); fc.train();")]
    [InlineData("ArgumentNullException.ThrowIfNull(fc); Console.WriteLine($\"{fc} {nameof(fc)}\");")]
    [InlineData("if (fc != null) { } if (fc is null || fc is not null) { }")]
    [InlineData("fc = Linear(64, 64);")]
    [InlineData("fc ??= Linear(64, 64);")]
    [InlineData("Console.WriteLine(fc.bias);")]
    [InlineData("var n = fc.bias!.numel() + fc.in_features;")]
    [InlineData("(fc, k) = (Linear(64, 64), Linear(64, 64));")]
    [InlineData("var n = fc.in_features; (fc, n) = (Linear(64, 64), n + 1);")]
    [InlineData("var n = fc.in_features; foreach (var p in fc.parameters()) n += p.numel();")]
    [InlineData("using (fc) { }")]
    public Task What_is_made_registered_and_asked_about_is_not_called(string statements) => Verify.AnalyzerAsync(
        Model("private Linear {|DCL0309:fc|} = Linear(64, 64);", "return x;", statements));

    [Fact]
    public Task A_list_a_sequence_a_property_and_a_weight_class() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "heads.*|net.*|prop")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> {|DCL0309:heads|} = new(Linear(64, 64));
            private readonly Sequential {|DCL0309:net|} = Sequential(("up", Linear(64, 64)));
            private Linear {|DCL0309:prop|} { get; } = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public int Heads => heads.Count;
            public override Tensor forward(Tensor x) => x;
        }
        """);

    [Fact]
    public Task A_visible_target_whose_name_no_other_class_has() => Verify.AnalyzerAsync(
        Model("public readonly Linear {|DCL0309:fc|} = Linear(64, 64);", "return x;"));

    [Theory]
    [InlineData("return x.numel() > 1 ? fc.forward(x) : x;")]
    [InlineData("return fc.call(x);")]
    [InlineData("return fc?.forward(x) ?? x;")]
    [InlineData("var layer = fc; return layer.forward(x);")]
    [InlineData("Func<Tensor, Tensor> f = t => fc.forward(t); return f(x);")]
    [InlineData("return Run(fc, x);")]
    [InlineData("Run(fc, x); return x;")]
    [InlineData("{|DCL0302:fc|}.Twice(x); return x;")]
    [InlineData("foreach (var layer in new[] { fc }) x = layer.forward(x); return x;")]
    [InlineData("if (fc is { } layer) return layer.forward(x); return x;")]
    [InlineData("(Linear a, int n) pair = (fc, 1); return pair.a.forward(x);")]
    [InlineData("return functional.linear(x, {|DCL0301:fc.weight|});")]
    [InlineData("foreach (var child in children()) x = ((Module<Tensor, Tensor>)child).forward(x); return x;")]
    [InlineData("foreach (var inner in modules()) if (inner is Linear) x = ((Linear)inner).forward(x); return x;")]
    [InlineData("foreach (var (_, inner) in named_modules()) if (inner is Linear l) x = l.forward(x); return x;")]
    [InlineData("foreach (var (_, child) in named_children()) x = ((Module<Tensor, Tensor>)child).forward(x); return x;")]
    public Task Called_on_some_path_or_in_some_way(string forward) => Verify.AnalyzerAsync(
        Model("private readonly Linear fc = Linear(64, 64);", forward)
        + "public static class Extensions { public static Tensor Twice(this Linear layer, Tensor x) => layer.forward(layer.forward(x)); }");

    [Fact]
    public Task A_layer_of_ones_own_whose_fields_are_read() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Own {|DCL0309:fc|} = new();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => x * fc.width;
        }

        public sealed class Own() : Module<Tensor, Tensor>("own")
        {
            public readonly int width = 16;
            public readonly Parameter weight = new(zeros(16, 16));
            public override Tensor forward(Tensor x) => functional.linear(x, weight);
        }
        """);

    [Fact]
    public Task A_private_target_is_not_called_by_its_name_in_another_class() => Verify.AnalyzerAsync(
        Model("private readonly Linear {|DCL0309:fc|} = Linear(64, 64);", "return x;")
        + "public sealed class Other { private readonly Linear fc = Linear(64, 64); public Tensor Run(Tensor x) => fc.forward(x); }");

    [Fact]
    public Task Called_in_an_inner_class_another_part_or_a_base_class() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "a|b|c")]
        public sealed partial class Net : Base
        {
            private readonly Linear a = Linear(64, 64);
            private readonly Linear b = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => new Inner(this).Run(Stem(x));
            private sealed class Inner(Net net) { public Tensor Run(Tensor x) => net.a.forward(x); }
        }

        public sealed partial class Net
        {
            public Tensor More(Tensor x) => b.forward(x);
        }

        public abstract class Base(string name) : Module<Tensor, Tensor>(name)
        {
            private readonly Linear c = Linear(64, 64);
            protected Tensor Stem(Tensor x) => c.forward(x);
        }
        """);

    [Fact]
    public Task Called_by_a_derived_class_and_from_outside() => Verify.AnalyzerAsync(
        """
        public abstract class Base(string name) : Module<Tensor, Tensor>(name)
        {
            protected readonly Linear stem = Linear(64, 64);
            internal Linear Head { get; } = Linear(64, 64);
        }

        [Lora]
        public sealed partial class Net : Base
        {
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => stem.forward(x);
        }

        public static class User
        {
            public static Tensor Use(Net net, Tensor x) => net.Head.forward(x);
        }
        """);

    [Fact]
    public Task Put_into_a_container_that_is_called() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc;
            private readonly Sequential net;
            public Net() : base("net")
            {
                fc = Linear(64, 64);
                net = Sequential(("fc", fc), ("act", ReLU()));
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => net.forward(x);
        }
        """);

    [Fact]
    public Task A_layer_without_adapter_may_stay_uncalled() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(64, 64), spare = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """);

    private static string Model(string field, string forward, string constructor = "") =>
        $$"""
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            {{field}}
            private Linear k = Linear(64, 64);
            public Net() : base("net")
            {
                {{constructor}}
                RegisterComponents();
            }
            public override Tensor forward(Tensor x)
            {
                {{forward}}
            }
            private static Tensor Run(Linear layer, Tensor x) => layer.forward(x);
            protected override void Dispose(bool disposing)
            {
                k.Dispose();
                base.Dispose(disposing);
            }
        }
        """;
}
