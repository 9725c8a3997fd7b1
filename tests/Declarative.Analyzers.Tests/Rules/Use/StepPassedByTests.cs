using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Use;

public class StepPassedByTests
{
    private const string Ada = "[AdaLora(InitialRank = 12, TargetRank = 8, TotalSteps = 100)]";
    private const string Begin = "using var adapters = AdapterSet.Attach(model); using var optimizer = adapters.AdamW(); ";

    [Theory]
    [InlineData(Ada, "AdaLora", "allocates the ranks")]
    [InlineData("[DeltaLora]", "DeltaLora", "lets the weight take over what the factors learn")]
    [InlineData("[Lora(FreezeA = true, ProjectGradient = true)]", "Lora", "projects the gradient of B (ProjectGradient)")]
    [InlineData("[DoRA(FreezeA = true, ProjectGradient = true)]", "DoRA", "projects the gradient of B (ProjectGradient)")]
    public Task What_is_passed_by_is_said(string attribute, string method, string work) => Verify.AnalyzerAsync(
        Program(attribute, Begin + "optimizer.{|#0:step|}();"),
        Verify.Diagnostic(DiagnosticDescriptors.StepPassedBy).WithLocation(0).WithArguments("optimizer", method, work, "adapters"));

    [Theory]
    [InlineData(Begin + "while (flag) { optimizer.zero_grad(); optimizer.{|DCL0408:step|}(); }")]
    [InlineData("using var set = AdapterSet.LoadPretrained(model, \"a\"); var o = optim.SGD(set.Parameters, 0.1); o.{|DCL0408:step|}();")]
    [InlineData("using var set = AdapterSet.Attach(model, \"default\"); set.AdamW().{|DCL0408:step|}();")]
    [InlineData("using var set = AdapterSet.Attach(model); var own = optim.SGD(model.parameters().Where(p => p.requires_grad), 0.1); own.{|DCL0408:step|}();")]
    public Task Whatever_makes_the_set_and_the_optimizer(string statements) => Verify.AnalyzerAsync(Program(Ada, statements));

    [Theory]
    [InlineData(Ada, Begin + "adapters.Step(optimizer);")]
    [InlineData("[AdaLora(InitialRank = 8, TargetRank = 8, TotalSteps = 100)]", Begin + "optimizer.step();")]
    [InlineData("[DeltaLora(Lambda = 0)]", Begin + "optimizer.step();")]
    [InlineData("[Lora(FreezeA = true)]", Begin + "optimizer.step();")]
    [InlineData("[Lora]", Begin + "optimizer.step();")]
    [InlineData("[VeRA]", Begin + "optimizer.step();")]
    [InlineData("[Lora(Name = \"plain\")]\n[DeltaLora(Name = \"delta\")]", "using var set = AdapterSet.Attach(model, \"plain\"); set.AdamW().step();")]
    [InlineData(Ada, "var name = flag ? \"a\" : \"b\"; using var set = AdapterSet.Attach(model, name); set.AdamW().step();")]
    [InlineData(Ada, "Module<Tensor, Tensor> any = model; using var set = AdapterSet.Attach(any); set.AdamW().step();")]
    [InlineData(Ada, Begin + "var other = new Linear(2, 2); var o = optim.SGD(other.parameters(), 0.1); o.step();")]
    [InlineData(Ada, Begin + "optim.lr_scheduler.StepLR(optimizer, 1).step();")]
    public Task Where_nothing_is_passed_by_or_it_is_not_sure(string attributes, string statements) =>
        Verify.AnalyzerAsync(Program(attributes, statements.Replace("new Linear(2, 2)", "Linear(2, 2)", StringComparison.Ordinal)));

    internal static string Program(string attributes, string statements) =>
        $$"""
        {{attributes}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(q.forward(x));
        }

        public class Program
        {
            public static void Run(Net model, Tensor x, bool flag)
            {
                {{statements}}
            }
        }
        """;
}
