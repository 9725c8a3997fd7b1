using Declarative.Generators.Tests.Verification;
using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.Generators.Tests;

public sealed class EdgeCaseTests
{
    private const string Usings = """
        using Declarative;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;


        """;

    [Theory]
    [InlineData("[Lora] public class NotPartial : Module<Tensor, Tensor> { Linear fc = Linear(1, 1); public NotPartial() : base(\"\") { } public override Tensor forward(Tensor x) => fc.forward(x); }")]
    [InlineData("public class Outer { [Lora] public partial class Inner : Module<Tensor, Tensor> { Linear fc = Linear(1, 1); public Inner() : base(\"\") { } public override Tensor forward(Tensor x) => fc.forward(x); } }")]
    [InlineData("[Lora] public partial class NoModule { public Linear fc = Linear(1, 1); public Tensor forward(Tensor x) => fc.forward(x); }")]
    [InlineData("[Lora] public static partial class Static { }")]
    [InlineData("[Lora] file partial class Local : Module<Tensor, Tensor> { Linear fc = Linear(1, 1); public Local() : base(\"\") { } public override Tensor forward(Tensor x) => fc.forward(x); }")]
    [InlineData("public class Plain : Module<Tensor, Tensor> { Linear fc = Linear(1, 1); public Plain() : base(\"\") { } public override Tensor forward(Tensor x) => fc.forward(x); }")]
    public void Nothing_is_generated_where_nothing_can_be(string source) =>
        Assert.Empty(Verifier.Generate(Usings + source).Files);

    [Theory]
    [InlineData("Targets = \"q_(proj)\"")]
    [InlineData("Targets = \"\"")]
    [InlineData("Targets = \"nothing\"")]
    [InlineData("Targets = \"fc\", Exclude = \"..\"")]
    [InlineData("Rank = 0")]
    [InlineData("Rank = -3, RankStabilized = true")]
    [InlineData("Alpha = double.NaN")]
    [InlineData("Dropout = 7")]
    public void A_wrong_value_is_left_to_the_analyzers_and_the_rest_compiles(string arguments) =>
        Assert.NotEmpty(Verifier.Generate($$"""
            {{Usings}}
            [Lora({{arguments}})]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(4, 4);
                public Net() : base("net") { }
                public override Tensor forward(Tensor x) => fc.forward(x);
                public bool Attached => Adapters is not null || AdapterReport.Rows.Count > 9;
            }
            """).Files);

    [Fact]
    public void A_block_of_one_file_alone_is_adapted_and_not_named()
    {
        var model = Verifier.Generate(Usings + """
            [Lora(Rank = 1, Targets = "fc")]
            public sealed partial class Net : Module<Tensor, Tensor>
            {
                private readonly Module<Tensor, Tensor> block = new Block();
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => block.forward(x);
            }

            file sealed class Block : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(4, 4, dtype: ScalarType.Float64);
                public Block() : base("block") => RegisterComponents();
                public override Tensor forward(Tensor x) => fc.forward(x);
            }
            """).Create<nn.Module<Tensor, Tensor>>("Net");
        Assert.Equal(["block.fc"], Behaviour.Prove(model, torch.randn([2, 4], dtype: ScalarType.Float64)));
    }

    [Fact]
    public void Names_that_clash_are_made_distinct()
    {
        var generated = Verifier.Generate(Usings + """
            namespace Clash;

            [Lora(Rank = 1)]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(4, 4), FC = Linear(4, 4), f_c = Linear(4, 4), Fc = Linear(4, 4);
                [TorchSharp.Utils.ComponentName(Name = "train")] private readonly Linear _train = Linear(4, 4);
                [TorchSharp.Utils.ComponentName(Name = "training")] private readonly Linear _training = Linear(4, 4);
                [TorchSharp.Utils.ComponentName(Name = "parameters")] private readonly Linear _named = Linear(4, 4);
                private readonly Linear @class = Linear(4, 4), @in = Linear(4, 4), Tensor = Linear(4, 4), Get = Linear(4, 4);
                private readonly Sequential net = Sequential(("fc", Linear(4, 4)), ("with-dash", Linear(4, 4)));
                private readonly Linear net_fc = Linear(4, 4);
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x)
                {
                    x = Fc.forward(f_c.forward(FC.forward(fc.forward(x))));
                    x = _training.forward(@in.forward(@class.forward(_train.forward(x))));
                    x = Get.forward(Tensor.forward(_named.forward(x)));
                    return net_fc.forward(net.forward(x));
                }
                public class FcLora { }
                public int NetAdapters => 0;
            }
            """);
        Assert.Equal(generated.Names.Count, generated.Names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(14, Prove(generated, "Clash.Net").Count);
    }

    [Fact]
    public void Names_of_the_user_s_own_do_not_capture_those_of_generated_code()
    {
        var generated = Verifier.Generate("""
            namespace TorchSharpUser.System
            {
                public class Tensor { }
                public class LoraLinear { }
                public class AdapterContainer { }
                public class LoraOptions { }

                public class Declarative { }

                [global::Declarative.Lora(Rank = 1)]
                public partial class Model : global::TorchSharp.torch.nn.Module<global::TorchSharp.torch.Tensor, global::TorchSharp.torch.Tensor>
                {
                    private readonly global::TorchSharp.Modules.Linear fc = global::TorchSharp.torch.nn.Linear(4, 4);
                    public Model() : base("m") => RegisterComponents();
                    public override global::TorchSharp.torch.Tensor forward(global::TorchSharp.torch.Tensor x) => fc.forward(x);
                }
            }
            """);
        Assert.Equal(["fc"], Prove(generated, "TorchSharpUser.System.Model"));
    }

    [Fact]
    public void Classes_of_one_name_have_files_of_their_own()
    {
        const string body = " { private readonly Linear fc = Linear(4, 4); public Net() : base(\"n\") => RegisterComponents(); public override Tensor forward(Tensor x) => fc.forward(x); }";
        var generated = Verifier.Generate(Usings + $$"""
            namespace A { [Lora] public partial class Net : Module<Tensor, Tensor>{{body}} [Lora] public partial class Net<T> : Module<Tensor, Tensor>{{body}} }
            namespace B { [Lora] public partial class Net : Module<Tensor, Tensor>{{body}} public partial class Outer { [Lora] public partial class Net : Module<Tensor, Tensor>{{body}} } }
            namespace B { public partial record Data { [Lora] private partial class Net : Module<Tensor, Tensor>{{body}} } public partial struct Value { [Lora] internal partial class Net : Module<Tensor, Tensor>{{body}} } }
            namespace B { public partial interface IShape<T> { [Lora] public partial class Net : Module<Tensor, Tensor>{{body}} } }
            """);
        Assert.Equal(7, generated.Names.Count(static n => n.EndsWith(".FcLora.g.cs", StringComparison.Ordinal)));
        Assert.Equal(["fc"], Prove(generated, "B.Outer+Net"));
    }

    [Fact]
    public void Attributes_and_members_over_several_files_are_one_class()
    {
        var generated = Verifier.Generate(
            Usings + "[Lora(Name = \"one\", Targets = \"a\", Rank = 1)] public partial class Net : Module<Tensor, Tensor> { private readonly Linear a = Linear(4, 4); }",
            Usings + "[Lora(Name = \"two\", Targets = \"b\", Rank = 2)] partial class Net { [Lora(Name = \"three\", Rank = 3)] private readonly Linear b = Linear(4, 4), c = Linear(4, 4); public Net() : base(\"n\") => RegisterComponents(); }",
            Usings + "partial class Net { public override Tensor forward(Tensor x) => Rest(b.forward(a.forward(x))); }",
            Usings + "partial class Net { [Lora(Name = \"three\", Rank = 3)] private Linear? D { get; } = Linear(4, 4); private Tensor Rest(Tensor x) => D!.forward(c.forward(x)); }");
        Assert.Single(generated.Names, "Net.g.cs");
        Assert.Single(generated.Names, "Net.Interceptors.g.cs");
        Assert.Contains("new(\"one\"", generated["Net.g.cs"], StringComparison.Ordinal);
        Assert.Contains("new(\"two\"", generated["Net.g.cs"], StringComparison.Ordinal);
        Assert.Equal(3, generated["Net.g.cs"].Split("new(\"three\"").Length - 1);
    }

    [Theory]
    [InlineData("public Inner(Module<Tensor, Tensor> fn) : this(fn) { }")]
    [InlineData("public Inner(Module<Tensor, Tensor> fn) : this(fn, 1) { } public Inner(Module<Tensor, Tensor> fn, int n) : this(fn) { }")]
    public void Constructors_that_call_each_other_end(string constructors)
    {
        var compilation = Verifier.Compile([Verifier.Parse($$"""
            {{Usings}}
            [Lora]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Inner inner = new(Linear(4, 4));
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => inner.forward(x);
            }
            public class Inner : Module<Tensor, Tensor>
            {
                private readonly Module<Tensor, Tensor> fn;
                {{constructors}}
                public override Tensor forward(Tensor x) => fn.forward(x);
            }
            """)]);
        Assert.NotEmpty(Verifier.Driver().RunGenerators(compilation).GetRunResult().GeneratedTrees);
    }

    [Theory]
    [InlineData("Make(outputs: 8, inputs: 6)")]
    [InlineData("Make((6), 8, 1, 2)")]
    [InlineData("6L.Wide(8)")]
    [InlineData("Layers.Wide(6, 8)")]
    public void A_helper_s_parameters_stand_for_what_its_call_passes(string call)
    {
        var generated = Verifier.Generate($$"""
            {{Usings}}
            [Lora(Rank = 1)]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc = {{call}};
                public Net() : base("net") => RegisterComponents();
                private static Linear Make(long inputs, long outputs, params int[] rest) => Linear(inputs, outputs);
                public override Tensor forward(Tensor x) => fc.forward(x);
            }
            internal static class Layers
            {
                public static Linear Wide(this long inputs, long outputs) => Linear(inputs, outputs);
            }
            """);
        Assert.Contains("[8, 6]", generated["Net.AdapterReport.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Cycles_end()
    {
        var generated = Verifier.Generate(Usings + """
            [Lora]
            public partial class Tree : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(4, 4);
                private readonly ModuleList<Tree> subtrees = new();
                private readonly Branch branch = new(null);
                public Tree() : base("tree") => RegisterComponents();
                public override Tensor forward(Tensor x) => branch.forward(fc.forward(x));
            }

            public class Branch : Module<Tensor, Tensor>
            {
                private readonly Tree? tree;
                private readonly Linear fc = Linear(4, 4);
                public Branch(Tree? tree) : base("branch") { this.tree = tree; RegisterComponents(); }
                public override Tensor forward(Tensor x) => fc.forward(tree?.forward(x) ?? x);
            }
            """);
        Assert.Equal(["branch.fc", "fc"], Prove(generated, "Tree").Order());
    }

    [Fact]
    public void A_call_that_two_annotated_classes_reach_is_intercepted_once()
    {
        var generated = Verifier.Generate(Usings + """
            public class Block : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(4, 4), gate = Linear(4, 4);
                public Block() : base("block") => RegisterComponents();
                public override Tensor forward(Tensor x) => gate.forward(fc.forward(x));
            }

            [Lora(Targets = "fc")]
            public partial class One : Module<Tensor, Tensor>
            {
                private readonly Block block = new();
                public One() : base("one") => RegisterComponents();
                public override Tensor forward(Tensor x) => block.forward(x);
            }

            [Lora(Targets = "gate|fc")]
            public partial class Two : Module<Tensor, Tensor>
            {
                private readonly Block block = new();
                private readonly One one = new();
                public Two() : base("two") => RegisterComponents();
                public override Tensor forward(Tensor x) => block.forward(x);
            }
            """);
        Assert.Equal(2, generated["Block.Interceptors.g.cs"].Split("InterceptsLocation(1").Length - 1);
        Assert.Equal(["block.fc"], Prove(generated, "One"));
    }

    [Fact]
    public void Layers_that_are_not_targets_are_called_directly()
    {
        var generated = Verifier.Generate(Usings + """
            [Lora(Targets = "q")]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear q = Linear(4, 4), k = Linear(4, 4);
                private readonly Tanh act = Tanh();
                private readonly Norm norm = new();
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => norm.forward(act.forward(k.forward(q.forward(x))));
            }

            public class Norm() : Module<Tensor, Tensor>("norm")
            {
                private readonly Parameter weight = Parameter(torch.ones(4));
                public override Tensor forward(Tensor x) => x * weight;
            }
            """);
        Assert.Equal(1, generated["Net.Interceptors.g.cs"].Split("InterceptsLocation(1").Length - 1);
    }

    [Fact]
    public void A_private_layer_class_and_an_open_generic_one_are_left_alone_and_the_rest_works()
    {
        var generated = Verifier.Generate(Usings + """
            [Lora(Targets = "fc")]
            public partial class Net<T> : Module<Tensor, Tensor>
            {
                private readonly Own hidden = new();
                private readonly Open<T> open = new();
                private readonly Open<int> closed = new();
                private readonly Linear fc = Linear(4, 4);
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => closed.forward(open.forward(hidden.forward(fc.forward(x))));

                private class Own() : Module<Tensor, Tensor>("own")
                {
                    private readonly Parameter weight = Parameter(torch.ones(4, 4));
                    public override Tensor forward(Tensor x) => functional.linear(x, weight);
                }
            }

            public class Open<T>() : Module<Tensor, Tensor>("open")
            {
                private readonly Parameter weight = Parameter(torch.ones(4, 4));
                public override Tensor forward(Tensor x) => functional.linear(x, weight);
            }
            """);
        Assert.Equal(1, generated["Net-1.Interceptors.g.cs"].Split("InterceptsLocation(1").Length - 1);
    }

    [Fact]
    public void A_private_inner_class_is_reached_and_its_container_is_as_private()
    {
        var generated = Verifier.Generate(Usings + """
            [Lora(Rank = 1)]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Block block = new();
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => block.forward(x);
                public int InnerRank => AdaptersOf(block)!.fc.Rank;

                private sealed class Block : Module<Tensor, Tensor>
                {
                    private readonly Linear fc = Linear(4, 4);
                    public Block() : base("block") => RegisterComponents();
                    public override Tensor forward(Tensor x) => fc.forward(x);
                }
            }
            """);
        Assert.Contains("private static BlockAdapters? AdaptersOf(global::Net.Block module)", generated["Net.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["block.fc"], Prove(generated, "Net"));
    }

    [Fact]
    public void Members_of_the_user_s_own_are_kept()
    {
        var generated = Verifier.Generate(Usings + """
            [Lora(Rank = 1)]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(4, 4);
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => fc.forward(x);
                public string Adapters => "mine";
                public static string AdapterReport => "mine";
            }
            """);
        Assert.Equal(["fc"], Prove(generated, "Net"));
    }

    [Fact]
    public void The_report_s_totals_are_those_of_the_attached_model()
    {
        var generated = Verifier.Generate(Usings + """
            [Lora(Rank = 3, Targets = "**", Bias = TrainedBias.LoraOnly)]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Embedding tokens = Embedding(10, 8);
                private readonly ModuleList<Linear> heads = new(Linear(8, 8), Linear(8, 8, hasBias: false));
                private readonly Sequential net = Sequential(("conv", Conv1d(5, 6, 3)), ("fc", Linear(6, 2)));
                private readonly Own own = new(2, 7);
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => own.forward(net.forward(heads[1].forward(heads[0].forward(tokens.forward(x)))));
            }

            public class Own(int inputs, int outputs) : Module<Tensor, Tensor>("own")
            {
                private readonly Parameter weight = Parameter(torch.ones(outputs, inputs));
                public override Tensor forward(Tensor x) => functional.linear(x, weight);
            }
            """);
        var known = generated.Report("Net");
        using var model = generated.Create<nn.Module<Tensor, Tensor>>("Net");
        using var set = AdapterSet.Attach(model);
        Assert.All(known.Rows, static row => Assert.NotNull(row.Parameters.Value));
        Assert.Equal(set.Report.Rows.Where(static r => r.Method == "Lora").Sum(Trained), known.Rows.Where(static r => r.Method == "Lora").Sum(Trained));

        static long Trained(AdapterReportRow row) => row.Count.Value!.Value * row.Parameters.Value!.Value;
    }

    [Fact]
    public void Factories_and_branches_are_followed()
    {
        var generated = Verifier.Generate(Usings + """
            [Lora(Rank = 1)]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear made = Make(4);
                private readonly Linear either, unbiased;
                private readonly Sequential net, chosen;
                private readonly Wrapper<Block> wrapper = new(new Block(4));
                private readonly Module<Tensor, Tensor> block;

                public Net() : this(true) { }

                public Net(bool wide) : base("net")
                {
                    net = Build(4, 6);
                    chosen = wide ? Sequential(Linear(4, 4), Tanh(), ("x", Linear(4, 4)).Item2) : Sequential(Tanh(), Linear(4, 4, hasBias: false));
                    either = wide ? Linear(4, 4) : Linear(4, 4, hasBias: false);
                    unbiased = wide ? Linear(4, 4, hasBias: false) : Linear(4, 4);
                    block = wide ? new Block(4) : new Other(4);
                    RegisterComponents();
                }

                private static Linear Make(int size, bool bias = true) => Linear(size, size, bias);

                private static Sequential Build(int size, int inner)
                {
                    var result = Sequential(("up", Linear(size, inner)));
                    result.append("act", Tanh());
                    result.append("down", Linear(inner, size));
                    return result;
                }

                public override Tensor forward(Tensor x) =>
                    block.forward(wrapper.forward(unbiased.forward(either.forward(chosen.forward(net.forward(made.forward(x)))))));
            }

            public class Block : Module<Tensor, Tensor>
            {
                private readonly Linear fc;
                public Block(int width) : base("block") { fc = Linear(width, width); RegisterComponents(); }
                public override Tensor forward(Tensor x) => fc.forward(x);
            }

            public class Other : Module<Tensor, Tensor>
            {
                private readonly Linear gc;
                public Other(int width) : base("other") { gc = Linear(width, width); RegisterComponents(); }
                public override Tensor forward(Tensor x) => gc.forward(x);
            }

            public class Wrapper<T> : Module<Tensor, Tensor> where T : Module<Tensor, Tensor>
            {
                private readonly T inner;
                private readonly Pair<T> pair;
                public Wrapper(T inner) : base("wrapper") { this.inner = inner; pair = new Pair<T>(inner); RegisterComponents(); }
                public override Tensor forward(Tensor x) => pair.forward(inner.forward(x));
            }

            public class Pair<T> : Module<Tensor, Tensor> where T : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(4, 4);
                public Pair(T other) : base("pair") => RegisterComponents();
                public override Tensor forward(Tensor x) => fc.forward(x);
            }
            """);
        var rows = generated.Report("Net").Rows.ToDictionary(static r => r.Layer);
        Assert.Equal("[6, 4]", rows["net.up"].Shape);
        Assert.Equal("[4, 4]", rows["made"].Shape);
        Assert.Equal(30, rows["net.up"].LayerParameters.Value);
        Assert.Contains("Layer.bias", generated["Net.EitherLora.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Layer.bias", generated["Net.UnbiasedLora.g.cs"], StringComparison.Ordinal);
        Assert.Equal(
            ["block.fc", "chosen.0", "chosen.2", "either", "made", "net.down", "net.up", "unbiased", "wrapper.inner.fc", "wrapper.pair.fc"],
            Prove(generated, "Net").Order());
    }

    [Fact]
    public void A_model_s_layer_is_reached_from_outside_its_class_too()
    {
        var generated = Verifier.Generate(Usings + """
            [Lora(Rank = 1)]
            public partial class Net : Module<Tensor, Tensor>
            {
                internal readonly Linear fc = Linear(4, 4), gc = Linear(4, 4);
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => Helper.Run(this, x);
            }

            internal static class Helper
            {
                public static Tensor Run(Net net, Tensor x) => new Pair { Net = net }.Run(net.fc.forward(x));
            }

            internal struct Pair
            {
                public Net Net;
                public Tensor Run(Tensor x) => Net.gc.call(x);
            }
            """);
        Assert.Equal(["fc", "gc"], Prove(generated, "Net").Order());
    }

    [Fact]
    public void Top_level_statements_are_intercepted_too()
    {
        var generated = Verifier.Generate(Usings + """
            var net = new Net();
            net.fc.forward(net.gc.call(ones(4)));

            [Lora(Rank = 1, Targets = "fc")]
            public partial class Net : Module<Tensor, Tensor>
            {
                internal readonly Linear fc = Linear(4, 4), gc = Linear(4, 4);
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => fc.forward(x);
            }
            """);
        Assert.Equal(1, generated["TopLevelStatements.Interceptors.g.cs"].Split("InterceptsLocation(1").Length - 1);
    }

    private static IReadOnlyList<string> Prove(GeneratedCase generated, string type) =>
        Behaviour.Prove(generated.Create<nn.Module<Tensor, Tensor>>(type), torch.randn([3, 4], dtype: ScalarType.Float64));
}
