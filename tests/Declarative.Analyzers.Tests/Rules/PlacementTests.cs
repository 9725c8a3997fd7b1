using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules;

/// <summary>What is wrong with an attribute is found wherever its class stands and wherever that has its layers.</summary>
public class PlacementTests
{
    private const string Layers = """
        internal readonly Linear fc = Linear(64, 64, hasBias: false);
            internal readonly Conv1d conv = Conv1d(64, 64, 3);
            internal readonly Dropout drop = Dropout(0.1);
        """;

    private const string Forward = "public override Tensor forward(Tensor x) => drop.forward(conv.forward(fc.forward(x)));";

    private static readonly string[] Attributes =
    [
        "Rank = {|DCL0101:0|}",
        "Rank = {|DCL0102:65|}",
        "Alpha = {|DCL0103:0|}",
        "Dropout = {|DCL0104:1|}",
        "Rank = {|DCL0105:3|}, Init = LoraInit.Orthogonal",
        "Rank = {|DCL0106:33|}",
        "{|DCL0107:Bias = TrainedBias.LoraOnly|}",
        "RankStabilized = true, Alpha = {|DCL0108:16|}",
        "Init = {|DCL0109:(LoraInit)9|}",
        "Targets = \"fc|conv\", Init = {|DCL0110:LoraInit.PiSSA|}",
        "Targets = \"fc{|DCL0201:(|}\"",
        "Targets = \"{|DCL0202:fx|}\"",
        "Targets = \"fc|{|DCL0203:key|}\"",
        "Targets = \"fc|{|DCL0204:drop|}\"",
        "Exclude = {|DCL0208:\"fc\"|}",
        "Exclude = \"{|DCL0209:key|}\"",
    ];

    private static readonly (string Name, string Source)[] Places =
    [
        ("in a namespace", $$"""
            namespace Models
            {
                [Lora(VALUES)]
                public sealed partial class Net : Module<Tensor, Tensor>
                {
                    {{Layers}}
                    public Net() : base("net") => RegisterComponents();
                    {{Forward}}
                }
            }
            """),
        ("nested", $$"""
            public static partial class Models
            {
                internal partial class Inner
                {
                    [Lora(VALUES)]
                    private sealed partial class Net : Module<Tensor, Tensor>
                    {
                        {{Layers}}
                        public Net() : base("net") => RegisterComponents();
                        {{Forward}}
                    }
                }
            }
            """),
        ("generic", $$"""
            [Lora(VALUES)]
            public partial class Net<T> : Module<Tensor, Tensor>
                where T : class
            {
                {{Layers}}
                public Net() : base("net") => RegisterComponents();
                {{Forward}}
            }
            """),
        ("in parts", $$"""
            public sealed partial class Net
            {
                {{Forward}}
            }

            [Lora(VALUES)]
            public sealed partial class Net : Module<Tensor, Tensor>
            {
                public Net() : base("net") => RegisterComponents();
            }

            public sealed partial class Net
            {
                {{Layers}}
            }
            """),
        ("inherited", $$"""
            public abstract class Base<T>(string name) : Module<Tensor, Tensor>(name)
            {
                {{Layers}}
                {{Forward}}
            }

            [Lora(VALUES)]
            public sealed partial class Net : Base<string>
            {
                public Net() : base("net") => RegisterComponents();
            }
            """),
        ("in an inner class", $$"""
            [Lora(VALUES)]
            public sealed partial class Net : Module<Tensor, Tensor>
            {
                private readonly ModuleList<Block> blocks = new(new Block(), new Block());
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => blocks[1].forward(blocks[0].forward(x));
            }

            public sealed class Block : Module<Tensor, Tensor>
            {
                {{Layers}}
                public Block() : base("block") => RegisterComponents();
                {{Forward}}
            }
            """),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (name, _) in Places)
            {
                foreach (var attribute in Attributes)
                    cases.Add(name, attribute);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_same_place_is_marked(string place, string values) =>
        Verify.AnalyzerAsync(Places.Single(p => p.Name == place).Source.Replace("VALUES", values, StringComparison.Ordinal));
}
