using Declarative.Analyzers.Spelling;

namespace Declarative.Analyzers.Tests.Spelling;

public class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("q_proj", "q_proj", 0)]
    [InlineData("q_proj", "v_proj", 1)]
    [InlineData("q_proj", "q_porj", 1)]
    [InlineData("q_proj", "qproj", 1)]
    [InlineData("q_proj", "q_projj", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    [InlineData("q_proj", "Q_proj", 1)]
    public void It_counts_insertions_deletions_substitutions_and_swaps(string from, string to, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(from, to));
        Assert.Equal(expected, EditDistance.Between(to, from));
    }
}
