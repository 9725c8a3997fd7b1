using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Declaration;

public class NoLayersTests
{
    private const string Body = """
        {
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;

    [Fact]
    public Task A_class_without_layers() => Verify.AnalyzerAsync(
        """
        [{|#0:Lora|}]
        public sealed partial class Net() : Module<Tensor, Tensor>("net")
        {
            public override Tensor forward(Tensor x) => x;
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NoLayers).WithLocation(0).WithArguments("Net", "Lora", ""));

    [Theory]
    [InlineData("q_proj", "private readonly Dropout drop = Dropout(0.1);", "drop.forward(x)")]
    [InlineData("drop", "private readonly Dropout drop = Dropout(0.1);", "drop.forward(x)")]
    [InlineData("q_proj", "private readonly Sequential act = Sequential(ReLU(), Dropout(0.1));", "act.forward(x)")]
    public Task A_class_whose_layers_no_method_adapts(string targets, string field, string forward) => Verify.AnalyzerAsync(
        $$"""
        [{|DCL0003:Lora|}(Targets = "{{targets}}")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            {{field}}
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => {{forward}};
        }
        """);

    [Fact]
    public Task An_abstract_base_of_the_class_with_the_layers() => Verify.AnalyzerAsync(
        """
        [{|#0:Lora|}]
        public abstract partial class Backbone(string name) : Module<Tensor, Tensor>(name);

        public sealed class Net : Backbone
        {
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NoLayers).WithLocation(0)
            .WithArguments("Backbone", "Lora", "; did you mean it for 'Net', which does?"));

    [Fact]
    public Task Layers_in_a_plain_list_which_TorchSharp_does_not_register() => Verify.AnalyzerAsync(
        $$"""
        [{|#0:Lora|}]
        public sealed partial class Stack() : Module<Tensor, Tensor>("stack")
        {
            private readonly List<Net> blocks = [new Net(), new Net()];
            public override Tensor forward(Tensor x) => blocks.Aggregate(x, (h, block) => block.forward(h));
        }

        public sealed class Net : Module<Tensor, Tensor>
        {{Body}}
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NoLayers).WithLocation(0)
            .WithArguments("Stack", "Lora", "; did you mean it for 'Net', which does?"));

    [Fact]
    public Task A_class_around_the_class_with_the_layers() => Verify.AnalyzerAsync(
        $$"""
        [{|#0:Lora|}]
        public sealed partial class Models() : Module("models")
        {
            public sealed class Net : Module<Tensor, Tensor>
            {{Body}}
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NoLayers).WithLocation(0)
            .WithArguments("Models", "Lora", "; did you mean it for 'Net', which does?"));

    [Fact]
    public Task Layers_in_a_class_that_is_no_module() => Verify.AnalyzerAsync(
        """
        [{|#0:Lora|}]
        public sealed partial class Net() : Module<Tensor, Tensor>("net")
        {
            private readonly Bag bag = new();
            public override Tensor forward(Tensor x) => bag.fc.forward(x);
        }

        public sealed class Bag { public readonly Linear fc = Linear(64, 64); }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NoLayers).WithLocation(0).WithArguments("Net", "Lora", ""));

    [Fact]
    public Task No_class_is_named_where_several_could_be_meant() => Verify.AnalyzerAsync(
        """
        [{|#0:Lora|}]
        public abstract partial class Backbone(string name) : Module<Tensor, Tensor>(name);

        public sealed class A : Backbone
        {
            private readonly Linear fc = Linear(64, 64);
            public A() : base("a") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }

        public sealed class B : Backbone
        {
            private readonly Linear fc = Linear(64, 64);
            public B() : base("b") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NoLayers).WithLocation(0).WithArguments("Backbone", "Lora", ""));

    [Theory]
    [InlineData("public sealed partial class Net : Module<Tensor, Tensor>")]
    [InlineData("public sealed partial class Net<T> : Module<Tensor, Tensor>")]
    public Task Classes_with_layers_are_fine(string declaration) => Verify.AnalyzerAsync($"[Lora]\n{declaration}\n{Body}");

    [Fact]
    public Task Layers_in_another_part_in_a_base_class_and_in_inner_classes_are_fine() => Verify.AnalyzerAsync(
        $$"""
        [Lora]
        public partial class Outer : Base
        {
            public Outer() : base("outer") => RegisterComponents();
        }

        public partial class Outer
        {
            private readonly ModuleList<Net> nets = new(new Net());
            public override Tensor forward(Tensor x) => nets[0].forward(stem.forward(x));
        }

        public abstract class Base(string name) : Module<Tensor, Tensor>(name)
        {
            protected readonly Linear stem = Linear(64, 64);
        }

        public sealed class Net : Module<Tensor, Tensor>
        {{Body}}
        """);
}
