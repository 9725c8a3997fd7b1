using System.Reflection;
using Declarative.Generators.Tests.Verification;
using Declarative.Tables;

namespace Declarative.Generators.Tests;

/// <summary>The page that a build with <c>DeclarativeReport</c> asks for.</summary>
public sealed class ReportPageTests
{
    private const string Usings = """
        using Declarative;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;


        """;

    [Fact]
    public void A_page_has_a_section_per_class_by_name() => Baseline.VerifyPage("Page");

    [Fact]
    public void The_page_in_the_documentation_is_what_its_model_gives()
    {
        var page = ReportPage.Of(Verifier.Generate(
            Verifier.Driver(ReportPage.On), [("Model.cs", Usings + Documentation.Snippet("report.md", "model"))], "MyModels"));
        Assert.Equal(page, Documentation.Snippet("report.md", "page") + "\n");
    }

    [Theory]
    [InlineData("Attention")]
    [InlineData("Calls")]
    [InlineData("Containers")]
    [InlineData("Global")]
    [InlineData("Inherited")]
    [InlineData("Kinds")]
    [InlineData("Members")]
    [InlineData("Options")]
    [InlineData("Page")]
    [InlineData("Reach")]
    [InlineData("Shapes")]
    public void A_section_is_what_the_class_s_report_prints_at_run_time(string name)
    {
        var generated = Verifier.Generate(Verifier.Driver(ReportPage.On), Baseline.Sources(name));
        var sections = ReportPage.Of(generated).Split("\n## ").Skip(1).Select(static s => s[(s.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].TrimEnd());
        Assert.Equal(Reports(generated).Select(static r => r.ToMarkdown().TrimEnd()).Order(StringComparer.Ordinal), sections.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var (first, second) = (("1.cs", Net("First")), ("2.cs", Net("Second")));
        Assert.Equal(Page([first, second]), Page([second, first]));
        Assert.Equal(["`First`", "`Second`"], Headings(Page([second, first])));
    }

    [Fact]
    public void A_class_that_has_a_member_of_that_name_is_reported_too()
    {
        var page = Page([("Model.cs", Net("Own", "public static string AdapterReport => \"mine\";"))]);
        Assert.Equal(["`Own`"], Headings(page));
        Assert.Contains("trainable: 16", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_adapters_says_so() =>
        Assert.Equal(
            "# Adapters of `Empty`\n\nNo class has an adapter attribute.\n",
            ReportPage.Of(Verifier.Generate(Verifier.Driver(ReportPage.On), [("Model.cs", "public class Plain { }")], "Empty")));

    [Fact]
    public void No_class_s_file_has_the_page_s_name()
    {
        var generated = Verifier.Generate(
            Verifier.Driver(ReportPage.On), [("Model.cs", Net("Report").Replace("[Lora", "namespace Declarative;\n\n[Lora", StringComparison.Ordinal))]);
        Assert.Contains("Declarative.Report.g.cs", generated.Names);
        Assert.Contains(ReportPage.FileName, generated.Names);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("", false)]
    public void The_property_decides(string value, bool isWritten)
    {
        var driver = Verifier.Driver(new BuildProperties(("_DeclarativeReport", value)));
        Assert.Equal(isWritten, Verifier.Generate(driver, [("Model.cs", Net("Net"))]).Names.Contains(ReportPage.FileName));
    }

    [Theory]
    [InlineData("q_proj", "`q_proj`")]
    [InlineData("blocks.*.__x__<T>", "`blocks.*.__x__<T>`")]
    [InlineData("a | b", "<code>a &#124; b</code>")]
    [InlineData("a[\"`\\\"] * _b_", "<code>a&#91;\"&#96;&#92;\"&#93; &#42; &#95;b&#95;</code>")]
    [InlineData("x || <b> & ~y~ ! $z$", "<code>x &#124;&#124; &#60;b&#62; &#38; &#126;y&#126; &#33; &#36;z&#36;</code>")]
    public void Code_is_shown_as_it_is(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));

    private static IEnumerable<AdapterReport> Reports(GeneratedCase generated) =>
        generated.Assembly.GetTypes().Where(static type => Property(type) is not null)
            .Select(static type => type.IsGenericType ? type.MakeGenericType([.. type.GetGenericArguments().Select(static _ => typeof(int))]) : type)
            .Select(static type => (AdapterReport)Property(type)!.GetValue(null)!);

    private static PropertyInfo? Property(Type type) =>
        type.GetProperty("AdapterReport", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static string Page((string, string)[] sources) => ReportPage.Of(Verifier.Generate(Verifier.Driver(ReportPage.On), sources, "Models"));

    private static IEnumerable<string> Headings(string page) =>
        page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)).Select(static line => line["## ".Length..]);

    private static string Net(string name, string member = "") => $$"""
        {{Usings}}
        [Lora(Rank = 2)]
        public partial class {{name}} : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(4, 4);
            public {{name}}() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
            {{member}}
        }
        """;
}
