using CharGptSample.Data;

namespace CharGptSample.Tests.Data;

public class CorpusTests
{
    private static readonly List<Document> Fifty =
        [.. Enumerable.Range(0, 50).Select(i => new Document($"file{i}.cs", $"<{i}>{new string('x', 97)}"))];

    [Fact]
    public void A_tenth_of_the_documents_is_held_out()
    {
        var corpus = Corpus.Split("n", "d", Fifty, minimum: 1);

        Assert.Equal(5, Count(corpus.HeldOut));
        Assert.Equal(45, Count(corpus.Train));
    }

    [Fact]
    public void No_document_is_on_both_sides()
    {
        var corpus = Corpus.Split("n", "d", Fifty, minimum: 1);
        var (train, heldOut) = (Vocabulary.Decode(corpus.Train), Vocabulary.Decode(corpus.HeldOut));

        Assert.All(Enumerable.Range(0, 50), i => Assert.True(train.Contains($"<{i}>") ^ heldOut.Contains($"<{i}>")));
    }

    [Fact]
    public void The_order_of_the_documents_does_not_matter()
    {
        var forward = Corpus.Split("n", "d", Fifty, minimum: 1);
        var backward = Corpus.Split("n", "d", Enumerable.Reverse(Fifty), minimum: 1);

        Assert.Equal(forward.Train, backward.Train);
        Assert.Equal(forward.HeldOut, backward.HeldOut);
    }

    [Fact]
    public void A_new_document_moves_no_other_across_more_than_one_boundary()
    {
        var before = Vocabulary.Decode(Corpus.Split("n", "d", Fifty, minimum: 1).HeldOut);
        var after = Vocabulary.Decode(Corpus.Split("n", "d", Fifty.Append(new("new.cs", "<new>")), minimum: 1).HeldOut);

        Assert.InRange(Enumerable.Range(0, 50).Count(i => before.Contains($"<{i}>") != after.Contains($"<{i}>")), 0, 1);
    }

    [Fact]
    public void Few_documents_give_up_their_last_tenth()
    {
        var corpus = Corpus.Split("n", "d", [new Document("one", new string('a', 90) + new string('b', 10))], minimum: 1);

        Assert.Equal(new string('a', 90) + "\n", Vocabulary.Decode(corpus.Train));
        Assert.Equal(new string('b', 10) + "\n", Vocabulary.Decode(corpus.HeldOut));
    }

    [Fact]
    public void Too_little_text_is_refused_with_its_size()
    {
        var fault = Assert.Throws<SampleException>(() => Corpus.Split("n", "my.txt", [new Document("my.txt", "short")], 130));

        Assert.Contains("my.txt", fault.Message);
        Assert.Contains("130", fault.Message);
    }

    private static int Count(byte[] tokens) => Vocabulary.Decode(tokens).Count(character => character == '<');
}
