namespace Declarative.PackagingTests;

[Trait("Category", "Packaging")]
public sealed class ApplicationTests
{
    private const string Report = "Application.adapters.md";

    private const string Model = """
        using Declarative;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        using var model = new Classifier();
        using var x = ones(2, 8);
        using var before = model.forward(x);
        using var adapters = AdapterSet.Attach(model);
        model.Adapters!.fc.Reset(LoraInit.Gaussian);
        using (no_grad())
            model.Adapters.fc.lora_B.weight.fill_(1);
        using var after = model.forward(x);
        using var difference = (after - before).abs().max();
        Console.WriteLine(Classifier.AdapterReport);
        Console.WriteLine(difference.item<float>() > 1e-3 ? "adapter reached" : "adapter bypassed");

        [Lora(Rank = 2, Alpha = 4, Targets = "fc")]
        public sealed PARTIAL class Classifier : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(8, 6);
            private readonly Linear head = Linear(6, 3);

            public Classifier() : base("Classifier") => RegisterComponents();

            public override Tensor forward(Tensor x)
            {
                using var h = fc.forward(x);
                return head.forward(h);
            }
        }
        """;

    [Fact]
    public void An_application_made_from_the_packages_reaches_its_adapters()
    {
        using var application = new Application(Model.Replace("PARTIAL", "partial", StringComparison.Ordinal));
        var build = application.Build();
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.DoesNotContain("warning", build.Output, StringComparison.Ordinal);

        var run = application.Run();
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("adapter reached", run.Output, StringComparison.Ordinal);
        Assert.Contains("fc", run.Output, StringComparison.Ordinal);
        Assert.False(application.File(Report).Exists);
    }

    [Fact]
    public void A_report_is_written_beside_the_output_where_the_project_asks_for_it()
    {
        const string Table = "Console.WriteLine(Classifier.AdapterReport.ToMarkdown());";
        var program = Model.Replace("Console.WriteLine(Classifier.AdapterReport);", Table, StringComparison.Ordinal)
            // A text with all that means something to MSBuild or to Markdown.
            .Replace("fc = Linear(8, 6)", """fc = Linear(8, "%3B; @(Compile) $(OutDir) \\| ` _a_ *".Length > 5 | false ? 6 : 1)""", StringComparison.Ordinal);
        using var application = new Application(
            program.Replace("PARTIAL", "partial", StringComparison.Ordinal), "<DeclarativeReport>true</DeclarativeReport>");
        var build = application.Build();
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.DoesNotContain("warning", build.Output, StringComparison.Ordinal);

        var written = File.ReadAllText(application.File(Report).FullName);
        var table = application.Run().Output.Split("adapter reached")[0].TrimEnd();
        Assert.Equal(
            $"""
            # Adapters of `Application`

            Known at compile time: numbers where constant, else the expressions of the source.

            ## `Classifier`

            {table}

            """,
            written);
        Assert.Contains("&#92;&#92;&#124;", table, StringComparison.Ordinal);

        var time = application.File(Report).LastWriteTimeUtc;
        Assert.Equal(0, application.Build().ExitCode);
        Assert.Equal(time, application.File(Report).LastWriteTimeUtc);

        Assert.Equal(0, application.Clean().ExitCode);
        Assert.False(application.File(Report).Exists);
    }

    [Fact]
    public void A_value_that_is_neither_true_nor_false_fails_the_build()
    {
        using var application = new Application(
            Model.Replace("PARTIAL", "partial", StringComparison.Ordinal), "<DeclarativeReport>ture</DeclarativeReport>");
        var build = application.Build();
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("DeclarativeReport is 'ture', which is neither true nor false. Set it to true", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_an_application_made_from_the_packages_fails_its_build()
    {
        using var application = new Application(Model.Replace("PARTIAL ", "", StringComparison.Ordinal));
        var build = application.Build();
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error DCL0001", build.Output, StringComparison.Ordinal);
    }
}
