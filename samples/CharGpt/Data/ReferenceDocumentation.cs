using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CharGptSample.Data;

/// <summary>The base domain: the English of the .NET reference documentation, one document for each type.</summary>
public static class ReferenceDocumentation
{
    private static readonly string[] Prose = ["summary", "remarks", "param", "returns", "value", "exception", "typeparam"];
    private static readonly string[] NotProse = ["code", "example", "altmember", "related"];

    /// <summary>Reads every paragraph of <paramref name="files"/> once: what is said twice is kept where it comes first.</summary>
    /// <exception cref="SampleException">A file cannot be read.</exception>
    public static IReadOnlyList<Document> Read(IEnumerable<string> files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        foreach (var file in files)
            foreach (var member in Members(file))
            {
                var type = TypeOf(member.Attribute("name")?.Value ?? "");
                foreach (var paragraph in Paragraphs(member).Where(paragraph => IsProse(paragraph) && seen.Add(paragraph)))
                {
                    if (!texts.TryGetValue(type, out var text))
                        texts.Add(type, text = new StringBuilder());
                    text.Append(paragraph).Append('\n');
                }
            }
        return [.. texts.Select(text => new Document(text.Key, text.Value.ToString()))];
    }

    private static IEnumerable<XElement> Members(string file)
    {
        try
        {
            return XDocument.Load(file).Descendants("member");
        }
        catch (Exception fault) when (fault is XmlException or IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{file} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary><c>M:System.String.Concat(System.Object)</c> belongs to <c>System.String</c>.</summary>
    private static string TypeOf(string member)
    {
        var name = member[(member.IndexOf(':') + 1)..].Split('(')[0];
        return member.StartsWith("T:", StringComparison.Ordinal) || !name.Contains('.') ? name : name[..name.LastIndexOf('.')];
    }

    private static IEnumerable<string> Paragraphs(XElement member)
    {
        foreach (var section in member.Elements().Where(element => Prose.Contains(element.Name.LocalName)))
        {
            var paragraphs = section.Elements("para").ToList();
            foreach (var part in paragraphs.Count > 0 ? paragraphs : [section])
            {
                var text = new StringBuilder();
                Write(part, text);
                yield return OneLine(text.ToString());
            }
        }
    }

    private static void Write(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
            switch (node)
            {
                case XText words: text.Append(words.Value); break;
                case XElement inner when NotProse.Contains(inner.Name.LocalName): break;
                case XElement { HasElements: false, Value: "" } reference: text.Append(NameIn(reference)); break;
                case XElement inner: Write(inner, text); break;
            }
    }

    /// <summary>What a reader sees of <c>&lt;see cref="M:System.String.Concat(System.Object)"/&gt;</c>: <c>Concat</c>.</summary>
    private static string NameIn(XElement reference)
    {
        var name = (reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword"))?.Value ?? "";
        name = name[(name.IndexOf(':') + 1)..].Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..].Split('`')[0].Replace("#ctor", "constructor");
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Sentences, not the tables of instructions and signatures that the documentation also holds.</summary>
    private static bool IsProse(string paragraph) =>
        paragraph.Length >= 24 && paragraph.Contains(' ') &&
        paragraph.Count(character => char.IsAsciiLetter(character) || character == ' ') >= 0.9 * paragraph.Length;
}
