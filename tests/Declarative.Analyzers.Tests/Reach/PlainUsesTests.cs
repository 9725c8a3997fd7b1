using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Tests.Rules;
using Declarative.Analyzers.Tests.Verification;
using Declarative.Generators;
using Microsoft.CodeAnalysis.CSharp;
using TargetIndex = Declarative.Analyzers.Reach.TargetIndex;

namespace Declarative.Analyzers.Tests.Reach;

/// <summary>The classes whose bodies need no binding: the less there are of the others, the less the analyzers cost.</summary>
public class PlainUsesTests
{
    [Theory]
    [InlineData("return q.forward(v.call(x));")]
    [InlineData("return this.q.forward(this.v.forward(x));")]
    [InlineData("q = Linear(64, 64); (v, k) = (Linear(64, 64), k); return q.forward(v.forward(x));")]
    [InlineData("return k.weight! + q.forward(v.forward(x));")]
    [InlineData("return x;")]
    public void Targets_are_assigned_and_called_by_name(string forward) => Assert.True(IsPlain(Models.WithForward(forward), "Net"));

    [Theory]
    [InlineData("return q.weight! + q.forward(v.forward(x));")]
    [InlineData("var layer = q; return layer.forward(v.forward(x));")]
    [InlineData("Func<Tensor, Tensor> f = q.forward; return f(v.forward(x));")]
    [InlineData("return q?.forward(v.forward(x)) ?? x;")]
    [InlineData("q.to(CPU); return q.forward(v.forward(x));")]
    [InlineData("Tensor v(Tensor t) => t; return q.forward(v(x));")]
    public void Anything_else_is_done_with_one(string forward) => Assert.False(IsPlain(Models.WithForward(forward), "Net"));

    [Theory]
    [InlineData("Other", false)]
    [InlineData("Apart", true)]
    [InlineData("Outer", true)]
    [InlineData("Outer+Inner", false)]
    public void In_other_classes(string type, bool isPlain) => Assert.Equal(isPlain, IsPlain(
        Models.WithForward(
            "return q.forward(v.forward(x));",
            elsewhere: """
            public sealed class Other { public Linear? q; public Tensor Run(Tensor x) => q!.forward(x); }
            public sealed class Apart { public Linear? fc; public Tensor Run(Tensor x) => fc!.forward(x); }
            public sealed class Outer { public sealed class Inner { public Tensor Run(Net net, Tensor q) => net.forward(q); } }
            """),
        type));

    [Fact]
    public void A_member_whose_type_no_interceptor_may_be_able_to_name() => Assert.False(IsPlain(
        """
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private sealed class Own() : Module<Tensor, Tensor>("own")
            {
                public readonly Parameter weight = new(zeros(16, 16));
                public override Tensor forward(Tensor x) => functional.linear(x, weight);
            }
            private readonly Own fc = new();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """,
        "Net"));

    [Fact]
    public void A_target_is_called_by_the_name_that_it_has_in_a_base_class() => Assert.True(IsPlain(
        """
        public abstract class Base(string name) : Module<Tensor, Tensor>(name)
        {
            protected readonly Linear fc = Linear(16, 16);
        }
        [Lora(Targets = "fc")]
        public sealed partial class Net() : Base("net")
        {
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """,
        "Net"));

    [Fact]
    public void What_the_generator_wrote_is_left_out() => Assert.True(IsPlain(
        Models.WithForward("return q.forward(v.forward(x));"),
        "Net",
        "partial class Net { public Linear Query => q; }"));

    private static bool IsPlain(string source, string type, string generated = "")
    {
        var compilation = TestCompilation.Create([
            CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, "Test.cs"),
            CSharpSyntaxTree.ParseText(generated, TestCompilation.ParseOptions, $"{typeof(AdapterGenerator).FullName}/Net.g.cs"),
        ]);
        var index = TargetIndex.Create(new Hosts(compilation), KnownTypes.Find(compilation)!, CancellationToken.None);
        return index.HasPlainUses(compilation.GetTypeByMetadataName(type)!);
    }
}
