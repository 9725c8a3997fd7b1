using CharGptSample.Data;

namespace CharGptSample.Tests.Data;

public sealed class ReferenceDocumentationTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Paragraphs_are_read_once_and_belong_to_their_type()
    {
        File.WriteAllText(file, """
            <doc><members>
              <member name="T:System.Text.Thing"><summary>Holds  things that are
                 <see langword="null" /> or <see cref="T:System.Int32" />.</summary></member>
              <member name="M:System.Text.Thing.Add(System.Object)"><summary>Adds <paramref name="value" /> to the things.</summary>
                <remarks><para>The first of two paragraphs here.</para><para>The second of two paragraphs.</para></remarks></member>
              <member name="M:System.Other.Add(System.Object)"><summary>Adds <paramref name="value" /> to the things.</summary>
                <returns>The number of things there are now.</returns></member>
            </members></doc>
            """);

        var documents = ReferenceDocumentation.Read([file]);

        Assert.Equal(
            [
                new Document("System.Text.Thing",
                    "Holds things that are null or Int32.\nAdds value to the things.\n" +
                    "The first of two paragraphs here.\nThe second of two paragraphs.\n"),
                new Document("System.Other", "The number of things there are now.\n"),
            ],
            documents);
    }

    [Fact]
    public void A_damaged_file_is_named()
    {
        File.WriteAllText(file, "<doc><members>");

        Assert.Contains(file, Assert.Throws<SampleException>(() => ReferenceDocumentation.Read([file])).Message);
    }

    [Fact]
    public void The_packs_of_this_sdk_are_found()
    {
        Assert.Contains(ReferencePacks.DocumentationFiles(), path => Path.GetFileName(path) == "System.Runtime.xml");
    }

    [Fact]
    public void The_repository_is_its_own_source_without_what_is_generated()
    {
        var names = RepositorySource.Read(RepositorySource.Root()).Select(document => document.Name).ToList();

        Assert.Contains("samples/CharGpt/Model/CausalSelfAttention.cs", names);
        Assert.DoesNotContain(names, name => name.Contains("/obj/") || name.Contains("/Generated/"));
    }
}
