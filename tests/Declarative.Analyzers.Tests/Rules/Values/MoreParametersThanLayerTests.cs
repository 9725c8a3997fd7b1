using Declarative.Analyzers.Rules.Values;
using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class MoreParametersThanLayerTests
{
    [Fact]
    public Task A_rank_at_which_the_adapter_is_larger_than_the_weight() => Verify.AnalyzerAsync(
        Models.WithField("[Lora(Rank = {|#0:33|})]", "private readonly Linear fc = Linear(64, 64);"),
        Verify.Diagnostic(DiagnosticDescriptors.MoreParametersThanLayer).WithLocation(0)
            .WithArguments(33, "fc", "[64, 64]", "4,224", "4,096", ""));

    [Fact]
    public Task The_default_rank_is_reported_at_the_attribute() => Verify.AnalyzerAsync(
        Models.WithField("[{|#0:Lora|}]", "private readonly Linear fc = Linear(12, 12);"),
        Verify.Diagnostic(DiagnosticDescriptors.MoreParametersThanLayer).WithLocation(0)
            .WithArguments(8, "fc", "[12, 12]", "192", "144", ""));

    [Fact]
    public Task The_worst_of_several_is_named() => Verify.AnalyzerAsync(
        """
        [Lora(Rank = {|#0:16|})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear a = Linear(24, 24), b = Linear(16, 16), c = Linear(64, 64), d = Linear(20, 20);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => d.forward(c.forward(b.forward(a.forward(x))));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.MoreParametersThanLayer).WithLocation(0)
            .WithArguments(16, "b", "[16, 16]", "512", "256", " and of 2 layers more"));

    [Fact]
    public Task A_grouped_convolution_counts_its_own_weight() => Verify.AnalyzerAsync(
        Models.WithField("[Lora(Targets = \"fc\", Rank = {|#0:8|})]", "private readonly Conv2d fc = Conv2d(16, 16, 3, groups: 8);"),
        Verify.Diagnostic(DiagnosticDescriptors.MoreParametersThanLayer).WithLocation(0)
            .WithArguments(8, "fc", "[16, 2, 3, 3]", "1,168", "288", ""));

    [Theory]
    [InlineData("[Lora(Rank = 32)]", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("[Lora(Rank = 8)]", "private readonly Linear fc = Linear(16, 16);")]
    [InlineData("[Lora(Rank = 4, Targets = \"fc\")]", "private readonly Embedding fc = Embedding(1000, 16);")]
    public Task As_many_parameters_as_the_weight_or_fewer_are_fine(string attribute, string field) =>
        Verify.AnalyzerAsync(Models.WithField(attribute, field));

    [Fact]
    public Task A_rank_above_the_smaller_side_is_reported_as_that() => Verify.AnalyzerAsync(
        Models.WithField("[Lora(Rank = {|DCL0102:65|})]", "private readonly Linear fc = Linear(64, 64);"));

    [Theory]
    [InlineData(33, "private readonly Linear fc = Linear(64, 64);", "KaimingUniform", "32")]
    [InlineData(33, "private readonly Linear fc = Linear(62, 62);", "KaimingUniform", "31")]
    [InlineData(34, "private readonly Linear fc = Linear(62, 62);", "Orthogonal", "30")]
    [InlineData(1, "private readonly Linear fc = Linear(1, 1);", "KaimingUniform", null)]
    public async Task The_largest_valid_rank_is_given_to_the_fix(int rank, string field, string init, string? largest)
    {
        var diagnostic = Assert.Single(
            await AnalyzerTest.DiagnosticsOf(Models.WithField($"[Lora(Rank = {rank}, Init = LoraInit.{init})]", field)),
            static d => d.Id == DiagnosticDescriptors.MoreParametersThanLayer.Id);

        Assert.Equal(largest, diagnostic.Properties.GetValueOrDefault(LargestRank.Property));
    }
}
