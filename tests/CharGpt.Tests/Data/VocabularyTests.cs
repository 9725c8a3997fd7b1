using CharGptSample.Data;

namespace CharGptSample.Tests.Data;

public class VocabularyTests
{
    [Fact]
    public void Text_of_the_vocabulary_comes_back_as_it_went()
    {
        var text = "public static int Add(int a, int b)\n{\n    return a + b; // ~\"quoted\"\n}\n";

        Assert.Equal(text, Vocabulary.Decode(Vocabulary.Encode(text)));
    }

    [Fact]
    public void Every_token_comes_back_as_it_went()
    {
        var tokens = Enumerable.Range(0, Vocabulary.Size).Select(token => (byte)token).ToArray();

        Assert.Equal(tokens, Vocabulary.Encode(Vocabulary.Decode(tokens)));
    }

    [Fact]
    public void A_character_outside_the_vocabulary_is_the_unknown_one()
    {
        Assert.Equal($"caf{Vocabulary.Unknown}", Vocabulary.Decode(Vocabulary.Encode("café")));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Vocabulary.Size)]
    public void A_number_that_is_no_token_is_refused(int token)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.Decode(token));
    }

    [Fact]
    public void Typographic_marks_become_plain_ones()
    {
        Assert.Equal("a - \"b\" 'c'...\n    d", PlainText.From("\uFEFFa\u00A0\u2014 \u201Cb\u201D \u2018c\u2019\u2026\r\n\td"));
    }
}
