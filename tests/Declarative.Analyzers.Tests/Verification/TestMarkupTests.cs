using Microsoft.CodeAnalysis.Text;

namespace Declarative.Analyzers.Tests.Verification;

public class TestMarkupTests
{
    [Fact]
    public void Marks_are_taken_out_and_their_spans_are_those_of_the_source()
    {
        var markup = TestMarkup.Parse("a [|b|] {|DCL0001:c{|#3:d|}|} | } e");

        Assert.Equal("a b cd | } e", markup.Source);
        Assert.Equal(
            [("", new TextSpan(2, 1)), ("#3", new TextSpan(5, 1)), ("DCL0001", new TextSpan(4, 2))],
            markup.Marks.Select(static m => (m.Label, m.Span)));
        Assert.Equal(3, markup.Marks[1].Key);
        Assert.Null(markup.Marks[2].Key);
    }

    [Fact]
    public void Bars_of_patterns_and_of_code_are_no_marks()
    {
        const string Text = "\"q_proj|v_proj\" a || b | c => x[1] {}";

        Assert.Equal(Text, TestMarkup.Parse(Text).Source);
    }

    [Fact]
    public void A_mark_that_is_never_closed_is_an_error() =>
        Assert.Throws<FormatException>(() => TestMarkup.Parse("{|DCL0001:a"));
}
