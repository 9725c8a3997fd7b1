using System.Text.RegularExpressions;
using System.Xml.Linq;
using CharGptSample.Data;
using CharGptSample.Demo;
using CharGptSample.Reporting;
using CharGptSample.Training;
using Declarative;

namespace CharGptSample.Tests.Reporting;

public partial class HtmlPageTests
{
    private const string Nasty = "<script>alert('x & \"y\"')</script>";

    [Fact]
    public void Nothing_that_a_model_or_a_file_says_becomes_markup()
    {
        var page = HtmlPage.Render(Result(Nasty));

        Assert.DoesNotContain("<script", page);
        Assert.Contains("&lt;script&gt;alert(&#39;x &amp; &quot;y&quot;&#39;)&lt;/script&gt;", page);
    }

    [Fact]
    public void The_page_needs_nothing_but_itself()
    {
        Assert.DoesNotMatch(Resource(), HtmlPage.Render(Result("text")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(400)]
    public void The_chart_is_well_formed_and_inside_its_frame(int steps)
    {
        var chart = XDocument.Parse(LossChart.Draw(Result("text", steps)));

        Assert.All(chart.Descendants("path"), path => Assert.All(
            Number().Matches(path.Attribute("d")!.Value).Select(number => double.Parse(number.Value)),
            number => Assert.InRange(number, 0, 760)));
    }

    [Fact]
    public void The_page_is_written_whole_over_an_old_one()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(folder, "inner", "index.html");
        HtmlPage.Write(path, Result("first"));
        HtmlPage.Write(path, Result("second"));

        Assert.Contains("second", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Directory.Delete(folder, recursive: true);
    }

    private static DemoResult Result(string text, int steps = 40)
    {
        var corpus = Corpus.Split(text, text, [new Document("a", new string('a', 100))], 1);
        var domain = new BeforeAndAfter(corpus, new Measurement(3.1, text, text), new Measurement(1.2, text, text));
        var report = new AdapterReport([new AdapterReportRow(text, text, text, 8, 4, 4096, 65536, false)]);
        return new DemoResult(
            domain, domain,
            [.. Enumerable.Range(1, steps).Select(step => new TrainingStep(step, steps, 3.0 / step + 1, 1000, TimeSpan.Zero))],
            [(0, 3.1), (steps, 1.2)],
            new TrainingPlan(steps, 8, 1e-3, 1, 0), [new(text, report)], report,
            new Proofs(1.5, 1e-6, true, 0), 4096, 993792, TimeSpan.FromSeconds(75), text);
    }

    [GeneratedRegex("""(src|href|url|@import)\s*[=(]|https?:""")]
    private static partial Regex Resource();

    [GeneratedRegex("""-?\d+(\.\d+)?""")]
    private static partial Regex Number();
}
