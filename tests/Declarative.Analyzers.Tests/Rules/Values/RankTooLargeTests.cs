using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class RankTooLargeTests
{
    [Fact]
    public Task A_rank_above_the_smaller_side() => Verify.AnalyzerAsync(
        Models.WithField("[Lora(Rank = {|#0:16|})]", "private readonly Linear fc = Linear(64, 12);"),
        Verify.Diagnostic(DiagnosticDescriptors.RankTooLarge).WithLocation(0).WithArguments(16, "fc", "[12, 64]", 12, ""));

    [Fact]
    public Task The_default_rank_is_reported_at_the_attribute() => Verify.AnalyzerAsync(
        Models.WithField("[{|#0:Lora|}]", "private readonly Linear fc = Linear(4, 64);"),
        Verify.Diagnostic(DiagnosticDescriptors.RankTooLarge).WithLocation(0).WithArguments(8, "fc", "[64, 4]", 4, ""));

    [Fact]
    public Task The_worst_of_several_layers_is_named() => Verify.AnalyzerAsync(
        """
        [Lora(Rank = {|#0:16|})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear a = Linear(64, 12), b = Linear(8, 64), c = Linear(64, 16), d = Linear(10, 10);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => d.forward(c.forward(b.forward(a.forward(x))));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.RankTooLarge).WithLocation(0).WithArguments(16, "b", "[64, 8]", 8, " and of 2 layers more"));

    [Fact]
    public Task Sizes_from_constants_and_inner_classes_count() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "up", Rank = {|#0:33|})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Block block = new();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => block.forward(x);
        }

        public sealed class Block : Module<Tensor, Tensor>
        {
            private const int Width = 32;
            private readonly Linear up;
            public Block() : base("block")
            {
                up = Linear(Width, 4 * Width);
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => up.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.RankTooLarge).WithLocation(0).WithArguments(33, "block.up", "[128, 32]", 32, ""));

    [Fact]
    public Task A_field_is_measured_alone() => Verify.AnalyzerAsync(
        """
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [Lora(Rank = {|DCL0102:16|})]
            private readonly Linear small = Linear(8, 8);
            [Lora(Rank = 16)]
            private readonly Linear large = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => large.forward(small.forward(x));
        }
        """);

    [Fact]
    public Task The_kernel_of_a_convolution_counts_as_input() => Verify.AnalyzerAsync(
        Models.WithField("[Lora(Targets = \"fc\", Rank = {|DCL0106:9|})]", "private readonly Conv2d fc = Conv2d(1, 16, 3);"));

    [Fact]
    public Task A_rank_equal_to_the_smaller_side_is_fine() => Verify.AnalyzerAsync(
        Models.WithField("[Lora(Rank = {|DCL0106:12|})]", "private readonly Linear fc = Linear(64, 12);"));

    [Fact]
    public Task Sizes_that_only_a_run_knows_and_layers_without_adapter_are_fine() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "fc", Rank = 64)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc, other = Linear(2, 2);
            public Net(int width) : base("net")
            {
                fc = Linear(width, width);
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => fc.forward(other.forward(x));
        }
        """);
}
