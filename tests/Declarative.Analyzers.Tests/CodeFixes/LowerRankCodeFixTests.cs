using Declarative.Analyzers.Tests.Rules;
using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class LowerRankCodeFixTests
{
    [Theory]
    [InlineData("[Lora(Rank = {|DCL0102:33|})]", "[Lora(Rank = 10)]")]
    [InlineData("[Lora(Alpha = 16, Rank = {|DCL0102:64|} /* kept */)]", "[Lora(Alpha = 16, Rank = 10 /* kept */)]")]
    [InlineData("[Lora(Rank = {|DCL0105:7|}, Init = LoraInit.Orthogonal)]", "[Lora(Rank = 6, Init = LoraInit.Orthogonal)]")]
    [InlineData("[Lora(Rank = {|DCL0102:{|DCL0105:33|}|}, Init = LoraInit.Orthogonal)]", "[Lora(Rank = 10, Init = LoraInit.Orthogonal)]")]
    [InlineData("[AdaLora(InitialRank = {|DCL0102:33|}, TotalSteps = 9)]", "[AdaLora(InitialRank = 9, TotalSteps = 9)]")]
    [InlineData("[AdaLora(InitialRank = {|DCL0102:33|}, TargetRank = 9, TotalSteps = 9)]", "[AdaLora(InitialRank = 9, TargetRank = 9, TotalSteps = 9)]")]
    public Task A_written_rank(string attribute, string expected) => CodeFixAsync(attribute, expected, "64, 12");

    [Theory]
    [InlineData("[Lora(Rank = {|DCL0102:4|})]", "[Lora(Rank = 1)]", "3, 3")]
    [InlineData("[Lora(Rank = {|DCL0106:3|})]", "[Lora(Rank = 1)]", "3, 3")]
    [InlineData("[Lora(Rank = {|DCL0102:2|})]", "[Lora(Rank = {|DCL0106:1|})]", "64, 1")]
    public Task The_smallest_rank(string attribute, string expected, string sizes) => CodeFixAsync(attribute, expected, sizes);

    [Theory]
    [InlineData("[{|DCL0102:Lora|}]", "[Lora(Rank = 4)]")]
    [InlineData("[{|DCL0102:Lora|}(Alpha = 16)]", "[Lora(Rank = 4, Alpha = 16)]")]
    [InlineData("[{|DCL0102:Lora|}(Init = LoraInit.Orthogonal)]", "[Lora(Rank = 4, Init = LoraInit.Orthogonal)]")]
    [InlineData("[{|DCL0102:Lora|}()] // kept", "[Lora(Rank = 4)] // kept")]
    public Task The_default_rank(string attribute, string expected) => CodeFixAsync(attribute, expected, "64, 5");

    [Theory]
    [InlineData("[Lora(Rank = {|DCL0106:11|})]", "[Lora(Rank = 10)]")]
    [InlineData("[Lora(Rank = {|DCL0106:12|}, Init = LoraInit.Orthogonal)]", "[Lora(Rank = 10, Init = LoraInit.Orthogonal)]")]
    public Task A_rank_at_which_the_adapter_is_larger_than_its_layer(string attribute, string expected) => CodeFixAsync(attribute, expected, "64, 12");

    [Fact]
    public Task The_smallest_of_all_layers_counts_in_each_attribute() => Verify.CodeFixAsync<LowerRankCodeFix>(
        Layers("[Lora(Rank = {|DCL0102:16|}, Targets = \"a|b\")]", "[Lora(Rank = {|DCL0102:32|})]"),
        Layers("[Lora(Rank = 7, Targets = \"a|b\")]", "[Lora(Rank = 3)]"));

    [Theory]
    [InlineData("[Lora(Rank = {|DCL0102:Net.Big|})]", "64, 12")]
    [InlineData("[Lora(Rank = {|DCL0102:16 * 2|})]", "64, 12")]
    [InlineData("[Lora(Rank = {|DCL0102:2|}, Init = LoraInit.Orthogonal)]", "64, 1")]
    [InlineData("[Lora(Rank = {|DCL0105:1|}, Init = LoraInit.Orthogonal)]", "64, 64")]
    [InlineData("[AdaLora(InitialRank = {|DCL0102:13|}, TargetRank = 10, TotalSteps = 9)]", "64, 12")]
    public Task No_fix_is_offered_for_constants_and_where_no_rank_is_valid(string attribute, string sizes) =>
        CodeFixAsync(attribute, attribute, sizes);

    private static Task CodeFixAsync(string attribute, string expected, string sizes) => Verify.CodeFixAsync<LowerRankCodeFix>(
        Models.WithField(attribute, $"public const int Big = 99; private readonly Linear fc = Linear({sizes});"),
        Models.WithField(expected, $"public const int Big = 99; private readonly Linear fc = Linear({sizes});"));

    private static string Layers(string onClass, string onField) =>
        $$"""
        {{onClass}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear a = Linear(64, 12), b = Linear(8, 64);
            {{onField}}
            private readonly Linear c = Linear(6, 6);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => c.forward(b.forward(a.forward(x)));
        }
        """;
}
