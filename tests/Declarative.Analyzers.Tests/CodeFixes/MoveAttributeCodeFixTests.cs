using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class MoveAttributeCodeFixTests
{
    private const string Body = """
        {
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;

    [Fact]
    public Task From_a_class_that_only_holds_the_model() => Verify.CodeFixAsync<MoveAttributeCodeFix>(
        $$"""
        // kept
        [Lora(Rank = 4, Init = LoraInit.Gaussian)] // goes
        public sealed class {|DCL0002:Trainer|}
        {
            private readonly Net net = new();
            public Tensor Run(Tensor x) => net.forward(x);
        }

        // The model.
        public sealed class Net : Module<Tensor, Tensor>
        {{Body}}
        """.Replace(" // goes", "", StringComparison.Ordinal),
        $$"""
        // kept
        public sealed class Trainer
        {
            private readonly Net net = new();
            public Tensor Run(Tensor x) => net.forward(x);
        }

        // The model.
        [Lora(Rank = 4, Init = LoraInit.Gaussian)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {{Body}}
        """);

    [Fact]
    public Task From_an_abstract_base_to_a_nested_class_with_brackets_of_its_own() => Verify.CodeFixAsync<MoveAttributeCodeFix>(
        $$"""
        [Serializable, {|DCL0003:Lora|}]
        public abstract partial class Backbone(string name) : Module<Tensor, Tensor>(name);

        public static class Models
        {
            public sealed class Small : Backbone
            {
                private readonly Linear fc = Linear(64, 64);
                public Small() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => fc.forward(x);
            }
        }
        """,
        $$"""
        [Serializable]
        public abstract partial class Backbone(string name) : Module<Tensor, Tensor>(name);

        public static partial class Models
        {
            [Lora]
            public sealed partial class Small : Backbone
            {
                private readonly Linear fc = Linear(64, 64);
                public Small() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => fc.forward(x);
            }
        }
        """);

    [Fact]
    public Task To_another_file() => new CodeFixTest<MoveAttributeCodeFix>
    {
        Sources =
        {
            ("Stack.cs", "[{|DCL0003:Lora|}(Rank = 4)] public sealed partial class Stack() : Module<Tensor, Tensor>(\"stack\")\n{\n    private readonly Net[] nets = [new Net()];\n    public override Tensor forward(Tensor x) => nets[0].forward(x);\n}\n"),
            ("Net.cs", $"public sealed class Net : Module<Tensor, Tensor>\n{Body}"),
        },
        FixedSources =
        {
            ("Stack.cs", "public sealed partial class Stack() : Module<Tensor, Tensor>(\"stack\")\n{\n    private readonly Net[] nets = [new Net()];\n    public override Tensor forward(Tensor x) => nets[0].forward(x);\n}\n"),
            ("Net.cs", $"[Lora(Rank = 4)]\npublic sealed partial class Net : Module<Tensor, Tensor>\n{Body}"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("[{|DCL0003:Lora|}(Rank = Small)]", "public const int Small = 4; private readonly Net[] nets = [];")]
    [InlineData("[{|DCL0003:Lora|}]", "private readonly Net[] nets = []; private readonly Other[] others = [];")]
    [InlineData("[{|DCL0003:Lora|}]", "")]
    public Task No_fix_is_offered_for_a_constant_of_the_class_and_where_several_or_none_could_be_meant(string attribute, string members)
    {
        var source = $$"""
            {{attribute}}
            public sealed partial class Stack() : Module<Tensor, Tensor>("stack")
            {
                {{members}}
                public override Tensor forward(Tensor x) => x;
            }

            public sealed class Net : Module<Tensor, Tensor>
            {{Body}}

            public sealed class Other : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(64, 64);
                public Other() : base("other") => RegisterComponents();
                public override Tensor forward(Tensor x) => fc.forward(x);
            }
            """;
        var test = new CodeFixTest<MoveAttributeCodeFix>
        {
            Sources = { ("Test.cs", source) },
            FixedSources = { ("Test.cs", source) },
            DisabledDiagnostics = { "CS0414", "CS0169" },
        };
        return test.RunAsync();
    }
}
