using Declarative.Analyzers.Tests.Rules;
using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class RemovePropertyCodeFixTests
{
    [Theory]
    [InlineData("Rank = 4, {|DCL0107:Targets = \"fc\"|}", "(Rank = 4)")]
    [InlineData("{|DCL0107:Targets = \"fc\"|}, Rank = 4", "(Rank = 4)")]
    [InlineData("{|DCL0107:Targets = \"fc\"|}", "")]
    [InlineData("{|DCL0107:Targets = \"fc\"|}, {|DCL0107:Exclude = \"x\"|}, Rank = 4", "(Rank = 4)")]
    [InlineData("{|DCL0107:Targets = \"fc\"|}, {|DCL0107:Exclude = \"x\"|}", "")]
    [InlineData("{|DCL0107:Bias = TrainedBias.LoraOnly|}", "")]
    public Task The_property_goes_with_its_comma(string written, string expected) =>
        Verify.CodeFixAsync<RemovePropertyCodeFix>(Model($"({written})"), Model(expected));

    [Fact]
    public Task A_factor_is_not_frozen_that_is_zero()
    {
        const string Embedding = "private readonly Embedding fc = Embedding(1000, 64);";
        return Verify.CodeFixAsync<RemovePropertyCodeFix>(
            Models.WithField("[Lora(Targets = \"fc\", {|DCL0112:FreezeA = true|})]", Embedding),
            Models.WithField("[Lora(Targets = \"fc\")]", Embedding));
    }

    private static string Model(string arguments) =>
        $$"""
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [Lora{{arguments}}] // kept
            private readonly Linear fc = Linear(64, 64, hasBias: false);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;
}
