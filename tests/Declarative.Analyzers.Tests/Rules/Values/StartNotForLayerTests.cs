using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class StartNotForLayerTests
{
    [Theory]
    [InlineData("PiSSA", "private readonly Conv2d fc = Conv2d(64, 64, 3);", "Conv2d")]
    [InlineData("OLoRA", "private readonly Conv2d fc = Conv2d(64, 64, 3);", "Conv2d")]
    [InlineData("Eva", "private readonly Conv1d fc = Conv1d(64, 64, 3);", "Conv1d")]
    [InlineData("Orthogonal", "private readonly Conv1d fc = Conv1d(64, 64, 3);", "Conv1d")]
    public Task A_convolution(string start, string field, string kind) => Verify.AnalyzerAsync(
        Models.WithField($"[Lora(Targets = \"fc\", Init = {{|#0:LoraInit.{start}|}})]", field),
        Verify.Diagnostic(DiagnosticDescriptors.StartNotForLayer).WithLocation(0).WithArguments(start, "fc", kind));

    [Theory]
    [InlineData("PiSSA", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("OLoRA", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("Orthogonal", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("Gaussian", "private readonly Conv2d fc = Conv2d(64, 64, 3);")]
    [InlineData("KaimingUniform", "private readonly Conv1d fc = Conv1d(64, 64, 3);")]
    public Task Starts_that_the_layer_has_are_fine(string start, string field) =>
        Verify.AnalyzerAsync(Models.WithField($"[Lora(Targets = \"fc\", Init = LoraInit.{start})]", field));

    [Fact]
    public Task A_convolution_that_is_left_out_is_fine() => Verify.AnalyzerAsync(
        """
        [Lora(Init = LoraInit.PiSSA)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(64, 64);
            private readonly Conv1d conv = Conv1d(64, 64, 3);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => conv.forward(fc.forward(x));
        }
        """);
}
