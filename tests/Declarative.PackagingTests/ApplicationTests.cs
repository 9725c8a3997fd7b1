namespace Declarative.PackagingTests;

[Trait("Category", "Packaging")]
public sealed class ApplicationTests
{
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

        [Lora(Rank = 4, Alpha = 8, Targets = "fc")]
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
