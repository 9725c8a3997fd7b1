using Declarative.Analyzers.Spelling;

namespace Declarative.Analyzers.Tests.Spelling;

public class NearestNameTests
{
    private static readonly string[] Layers = ["q_proj", "k_proj", "v_proj", "o_proj", "fc1", "lm_head", "dense_h_to_4h"];

    [Theory]
    [InlineData("q_porj", "q_proj")]
    [InlineData("qproj", "q_proj")]
    [InlineData("v_prjo", "v_proj")]
    [InlineData("LM_Head", "lm_head")]
    [InlineData("FC1", "fc1")]
    [InlineData("fc", "fc1")]
    [InlineData("lm_haed", "lm_head")]
    [InlineData("dense_h_t_4", "dense_h_to_4h")]
    public void It_finds_the_name_that_was_meant(string word, string expected) =>
        Assert.Equal(expected, NearestName.Find(word, Layers));

    [Theory]
    [InlineData("attention")]
    [InlineData("w")]
    [InlineData("c_attn")]
    [InlineData("q_prjjkk")]
    [InlineData("dense_0_of_00")]
    public void It_suggests_nothing_when_nothing_is_near(string word) => Assert.Null(NearestName.Find(word, Layers));

    [Fact]
    public void Of_equally_near_names_the_first_is_taken() => Assert.Equal("q_proj", NearestName.Find("x_proj", Layers));

    [Fact]
    public void There_may_be_no_names() => Assert.Null(NearestName.Find("q_proj", []));
}
