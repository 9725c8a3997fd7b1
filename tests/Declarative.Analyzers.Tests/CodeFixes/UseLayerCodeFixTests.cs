using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class UseLayerCodeFixTests
{
    [Theory]
    [InlineData("functional.linear(x, {|DCL0301:q.weight|}, q.bias)", "q.forward(x)")]
    [InlineData("functional.linear(x, {|DCL0301:q.weight|}!, q.bias!)", "q.forward(x)")]
    [InlineData("functional.linear(x, {|DCL0301:this.q.weight|}, q.bias)", "this.q.forward(x)")]
    [InlineData("functional.linear(bias: q.bias, weights: {|DCL0301:q.weight|}, input: x)", "q.forward(x)")]
    [InlineData("functional.linear(x, {|DCL0301:plain.weight|})", "plain.forward(x)")]
    [InlineData("functional.linear(x, {|DCL0301:plain.weight|}, null)", "plain.forward(x)")]
    [InlineData("x.matmul({|DCL0301:plain.weight|}.t())", "plain.forward(x)")]
    [InlineData("x.mm({|DCL0301:plain.weight|}!.t())", "plain.forward(x)")]
    [InlineData("x.matmul({|DCL0301:plain.weight|}.transpose(0, 1))", "plain.forward(x)")]
    [InlineData("x.matmul({|DCL0301:plain.weight|}.transpose(-1, -2))", "plain.forward(x)")]
    [InlineData("torch.matmul(x, {|DCL0301:plain.weight|}.t())", "plain.forward(x)")]
    [InlineData("torch.mm(x + 1, ({|DCL0301:plain.weight|}.t()))", "plain.forward(x + 1)")]
    [InlineData("(x + 1).matmul({|DCL0301:plain.weight|}.t()) * 2", "plain.forward((x + 1)) * 2")]
    [InlineData("functional.linear(functional.linear(x, {|DCL0301:q.weight|}, q.bias), {|DCL0301:plain.weight|})", "plain.forward(q.forward(x))")]
    [InlineData("functional.linear(x.matmul({|DCL0301:plain.weight|}.t()).matmul({|DCL0301:plain.weight|}.t()), {|DCL0301:q.weight|}, q.bias)", "q.forward(plain.forward(plain.forward(x)))")]
    [InlineData("/* a */ functional.linear(x /* b */ + 1, {|DCL0301:plain.weight|}) /* c */", "/* a */ plain.forward(x /* b */ + 1) /* c */")]
    public Task The_layer_is_called(string expression, string expected) =>
        CodeFixAsync($"return {expression};", $"return {expected};");

    [Theory]
    [InlineData("var l = q; return functional.linear(x, {|DCL0301:l.weight|}, l.bias);", "var l = q; return l.forward(x);")]
    [InlineData("foreach (var h in heads) x = functional.linear(x, {|DCL0301:h.weight|}, h.bias); return x;", "foreach (var h in heads) x = h.forward(x); return x;")]
    [InlineData("return functional.linear(x, {|DCL0301:heads[0].weight|}, heads[0].bias);", "return heads[0].forward(x);")]
    public Task Through_other_names(string statements, string expected) => CodeFixAsync(statements, expected);

    [Theory]
    [InlineData("functional.linear(x, {|DCL0301:q.weight|})")]
    [InlineData("functional.linear(x, {|DCL0301:q.weight|}, plain.bias)")]
    [InlineData("functional.linear(x, {|DCL0301:q.weight|}, q.bias! * 2)")]
    [InlineData("functional.linear({|DCL0301:plain.weight|}, x)")]
    [InlineData("x.matmul({|DCL0301:q.weight|}.t())")]
    [InlineData("x.matmul({|DCL0301:plain.weight|})")]
    [InlineData("{|DCL0301:plain.weight|}.t().matmul(x)")]
    [InlineData("x.matmul({|DCL0301:plain.weight|}.transpose(0, 0))")]
    [InlineData("torch.matmul({|DCL0301:plain.weight|}.t(), x)")]
    [InlineData("x * {|DCL0301:plain.weight|}")]
    [InlineData("functional.linear(x, {|DCL0301:heads[count++].weight|}, heads[count++].bias)")]
    [InlineData("functional.linear(x, /* the base's */ {|DCL0301:plain.weight|})")]
    [InlineData("functional.linear(x, {|DCL0301:odd.weight|}, odd.bias)")]
    public Task No_fix_is_offered_where_the_layer_computes_something_else(string expression) =>
        CodeFixAsync($"return {expression};");

    [Fact]
    public Task No_fix_is_offered_where_the_call_would_be_bypassed_too() => CodeFixAsync(
        "return x;",
        elsewhere: """
            public static class Probe
            {
                public static Tensor Look(Net net, Tensor x)
                {
                    var layer = net.shared;
                    return functional.linear(x, {|DCL0301:layer.weight|}, layer.bias);
                }
            }
            """);

    [Fact]
    public Task Outside_reach_the_member_itself_can_be_called() => CodeFixAsync(
        "return x;",
        elsewhere: "public static class Probe { public static Tensor Look(Net net, Tensor x) => functional.linear(x, {|DCL0301:net.shared.weight|}, net.shared.bias); }",
        elsewhereFixed: "public static class Probe { public static Tensor Look(Net net, Tensor x) => net.shared.forward(x); }");

    [Theory]
    [InlineData("hasBias: false", "hasBias: false", "fc.forward(x)")]
    [InlineData("hasBias: false", "hasBias: true", null)]
    [InlineData("hasBias: true", "hasBias: false", null)]
    [InlineData("hasBias: true", "hasBias: true", null)]
    public Task A_layer_has_no_bias_where_no_use_of_its_class_gives_it_one(string first, string second, string? expected)
    {
        return Verify.CodeFixAsync<UseLayerCodeFix>(Source("functional.linear(x, {|DCL0301:fc.weight|})"), Source(expected ?? "functional.linear(x, {|DCL0301:fc.weight|})"));

        string Source(string forward) =>
            $$"""
            public sealed class Block : Module<Tensor, Tensor>
            {
                private readonly Linear fc;
                public Block(Linear fc) : base("block")
                {
                    this.fc = fc;
                    RegisterComponents();
                }
                public override Tensor forward(Tensor x) => x.numel() > 1 ? fc.forward(x) : {{forward}};
            }

            [Lora]
            public sealed partial class First() : Module("first") { private readonly Block block = new(Linear(64, 64, {{first}})); public Tensor Run(Tensor x) => block.forward(x); }

            [Lora]
            public sealed partial class Second() : Module("second") { private readonly Block block = new(Linear(64, 64, {{second}})); public Tensor Run(Tensor x) => block.forward(x); }
            """;
    }

    [Fact]
    public Task The_new_call_is_intercepted() => CodeFixAsync(
        "return functional.linear(x, {|DCL0301:q.weight|}, q.bias);", "return q.forward(x);", emit: true);

    private static Task CodeFixAsync(
        string statements, string? expected = null, string elsewhere = "", string? elsewhereFixed = null, bool emit = false)
    {
        var test = new CodeFixTest<UseLayerCodeFix>
        {
            Sources = { ("Test.cs", Model(statements, elsewhere)) },
            FixedSources = { ("Test.cs", Model(expected ?? statements, elsewhereFixed ?? elsewhere)) },
            Emit = emit,
            DisabledDiagnostics = { DiagnosticDescriptors.NeverCalled.Id },
        };
        return test.RunAsync();
    }

    private static string Model(string statements, string elsewhere = "") =>
        $$"""
        [Lora(Targets = "q|plain|shared|odd|heads.*")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            public readonly Linear shared = Linear(64, 64);
            private readonly Linear q = Linear(64, 64), plain = Linear(64, 64, hasBias: false);
            private readonly ModuleList<Linear> heads = new(Linear(64, 64));
            private readonly Odd odd = new();
            private int count = 1;
            public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x)
            {
                _ = count;
                {{statements}}
            }
        }

        public sealed class Odd : Module<Tensor, Tensor>
        {
            public readonly Parameter weight = new(zeros(64, 64)), bias = new(zeros(64));
            public Odd() : base("odd") => RegisterComponents();
            public override Tensor forward(Tensor x) => functional.linear(x, weight * 2, bias);
        }
        {{elsewhere}}
        """;
}
