using Declarative.Patterns;

namespace Declarative.Generators.Tests;

public sealed class TargetPatternTests
{
    [Theory]
    [InlineData("q_proj", "blocks.0.attn.q_proj", true)]
    [InlineData("q_proj", "q_proj", true)]
    [InlineData("q_proj", "blocks.0.attn.xq_proj", false)]
    [InlineData("q_proj", "q_proj.inner", false)]
    [InlineData("attn.q_proj", "blocks.0.attn.q_proj", true)]
    [InlineData("attn.q_proj", "attn.0.q_proj", false)]
    [InlineData("attn.q_proj", "q_proj", false)]
    [InlineData("q_proj|v_proj", "attn.v_proj", true)]
    [InlineData(" q_proj | v_proj ", "attn.v_proj", true)]
    [InlineData("*_proj", "attn.v_proj", true)]
    [InlineData("*_proj", "attn.v_projection", false)]
    [InlineData("*", "anything", true)]
    [InlineData("b*s.*.q", "blocks.12.q", true)]
    [InlineData("b*s.*.q", "blocks.12.attn.q", false)]
    [InlineData("a*b*c", "axbxbxc", true)]
    [InlineData("a*b*c", "axcxb", false)]
    [InlineData("blocks.**.q", "model.blocks.1.attn.q", true)]
    [InlineData("blocks.**.q", "blocks.q", true)]
    [InlineData("blocks.**.q", "layers.1.q", false)]
    [InlineData("a.**.b.**.c", "a.x.b.y.b.z.c", true)]
    [InlineData("a.**.b.**.c", "a.x.y.z.c", false)]
    [InlineData("attn.**", "blocks.0.attn.q_proj", true)]
    [InlineData("**", "anything.at.all", true)]
    [InlineData("Q_proj", "q_proj", false)]
    [InlineData("q_proj", "<q_proj>k__BackingField", true)]
    [InlineData("attn.fc", "<attn>k__BackingField.<fc>P", true)]
    public void A_pattern_matches_a_suffix_by_whole_segments(string pattern, string path, bool matches) =>
        Assert.Equal(matches, TargetPattern.Parse(pattern).Matches(path, isLinear: false));

    [Theory]
    [InlineData("blocks.0.fc", true, true)]
    [InlineData("blocks.0.fc", false, false)]
    [InlineData("lm_head", true, false)]
    [InlineData("model.classifier", true, false)]
    [InlineData("model.<score>k__BackingField", true, false)]
    [InlineData("heads.0", true, true)]
    public void All_linear_is_every_linear_layer_but_the_output_head(string path, bool isLinear, bool matches) =>
        Assert.Equal(matches, TargetPattern.Parse("all-linear").Matches(path, isLinear));

    [Theory]
    [InlineData("q_proj", "blocks.#.attn.q_proj", true, true)]
    [InlineData("blocks.0.fc", "blocks.#.fc", true, false)]
    [InlineData("blocks.*.fc", "blocks.#.fc", true, true)]
    [InlineData("blocks.**.fc", "blocks.#.fc", true, true)]
    [InlineData("blocks.1*.fc", "blocks.#.fc", true, false)]
    [InlineData("blocks.last.fc", "blocks.#.fc", false, false)]
    [InlineData("q_proj", "heads.#", false, false)]
    [InlineData("experts.one", "experts.*", true, false)]
    [InlineData("q_proj", "experts.*", true, false)]
    [InlineData("all-linear", "heads.#", true, true)]
    public void A_template_could_or_must_match(string pattern, string template, bool could, bool must)
    {
        var parsed = TargetPattern.Parse(pattern);
        Assert.Equal(could, parsed.CouldMatch(template, isLinear: true));
        Assert.Equal(must, parsed.MustMatch(template, isLinear: true));
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("  ", 0, 2)]
    [InlineData("q_proj|", 7, 0)]
    [InlineData("|q_proj", 0, 1)]
    [InlineData("a||b", 2, 1)]
    [InlineData("a..b", 1, 1)]
    [InlineData(".a", 0, 1)]
    [InlineData("a.", 1, 1)]
    [InlineData("x|q_(proj)", 4, 1)]
    [InlineData("q proj", 1, 1)]
    [InlineData("a|b.c**", 4, 3)]
    [InlineData("a.***", 2, 3)]
    [InlineData("^q", 0, 1)]
    public void A_malformed_pattern_says_where(string pattern, int start, int length)
    {
        Assert.False(TargetPattern.TryParse(pattern, out _, out var error));
        Assert.Equal((start, length), (error.Start, error.Length));
        Assert.InRange(error.Start + error.Length, 0, pattern.Length);
        Assert.Contains(error.Message, Assert.Throws<FormatException>(() => TargetPattern.Parse(pattern)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alternatives_know_their_place()
    {
        var alternatives = TargetPattern.Parse(" q_proj |v*| all-linear").Alternatives;
        Assert.Equal([("q_proj", 1), ("v*", 9), ("all-linear", 13)], alternatives.Select(static a => (a.Text, a.Start)));
    }

    [Fact]
    public void A_long_run_of_wildcards_is_decided_at_once()
    {
        var pattern = string.Join(".", Enumerable.Repeat("**.a", 30));
        var path = string.Join(".", Enumerable.Repeat("a", 60)) + ".b";
        Assert.False(TargetPattern.Parse(pattern).Matches(path, isLinear: true));
        Assert.False(TargetPattern.Parse(string.Concat(Enumerable.Repeat("*a", 30)) + "b").Matches(new string('a', 200), isLinear: true));
    }
}
