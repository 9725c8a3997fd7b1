using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class RankTooSmallTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-3", "-3")]
    [InlineData("1 - 1", "0")]
    [InlineData("Net.None", "0")]
    public Task A_rank_below_1(string written, string value) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[Lora(Rank = {{|#0:{written}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.RankTooSmall).WithLocation(0).WithArguments(value));

    [Theory]
    [InlineData("[Lora(Alpha = 16)]")]
    [InlineData("[Lora(Rank = 1)]")]
    [InlineData("[Lora(Rank = 1 + Net.None)]")]
    public Task A_rank_of_1_and_the_default_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));

    [Fact]
    public Task A_field_with_two_declarators_is_reported_once() => Verify.AnalyzerAsync(
        """
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [Lora(Rank = {|DCL0101:0|})]
            private readonly Linear fc1 = Linear(4, 4), fc2 = Linear(4, 4);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc2.forward(fc1.forward(x));
        }
        """);
}
