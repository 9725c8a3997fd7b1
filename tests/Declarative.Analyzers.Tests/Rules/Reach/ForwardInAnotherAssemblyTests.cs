using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class ForwardInAnotherAssemblyTests
{
    private const string Vendor = """
        public class VendorModel : Module<Tensor, Tensor>
        {
            protected readonly Linear q_proj = Linear(16, 16);
            protected Linear k_proj { get; } = Linear(16, 16);
            protected static readonly Linear spare = Linear(16, 16);
            protected readonly ReLU act = ReLU();
            public Linear? this[int i] => null;
            public VendorModel(string name) : base(name) => RegisterComponents();
            public override Tensor forward(Tensor x) => q_proj.forward(x);
        }
        """;

    [Theory]
    [InlineData("q_proj")]
    [InlineData("k_proj")]
    public Task A_layer_inherited_from_another_assembly(string layer) => RunAsync(
        $"[Lora(Targets = \"fc|{{|#0:{layer}|}}\")]",
        Verify.Diagnostic(DiagnosticDescriptors.ForwardInAnotherAssembly).WithLocation(0)
            .WithArguments(layer, "VendorModel", "Vendor", "Lora"));

    [Fact]
    public Task The_default_targets_mean_it_too() => RunAsync("[{|DCL0307:Lora|}]");

    [Theory]
    [InlineData("[Lora(Targets = \"fc\")]")]
    [InlineData("[Lora(Exclude = \"q_proj|k_proj\")]")]
    public Task Layers_that_the_pattern_leaves_out_are_fine(string attribute) => RunAsync(attribute);

    [Fact]
    public Task A_base_class_in_this_compilation_is_fine() => Verify.AnalyzerAsync(
        $$"""
        {{Vendor}}
        [Lora(Targets = "q_proj")]
        public sealed partial class Net() : VendorModel("net");
        """);

    private static Task RunAsync(string attribute, params DiagnosticResult[] expected)
    {
        var test = new AnalyzerTest
        {
            Sources =
            {
                ("Test.cs", $$"""
                    {{attribute}}
                    public sealed partial class Net : VendorModel
                    {
                        private readonly Linear fc = Linear(16, 16);
                        public Net() : base("net") => RegisterComponents();
                        public override Tensor forward(Tensor x) => fc.forward(base.forward(x));
                    }
                    """),
            },
            References = { TestCompilation.CompileReference(Vendor, "Vendor") },
        };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
