using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class AddTargetsCodeFixTests
{
    [Theory]
    [InlineData("{|DCL0207:\"q\"|}", "\"q|k|heads.*\"")]
    [InlineData("{|DCL0207:\"q | k\"|}, Rank = 4", "\"q | k | heads.*\", Rank = 4")]
    [InlineData("{|DCL0207:@\"heads.*|q\"|}", "@\"heads.*|q|k\"")]
    public Task The_layers_are_added_at_the_end(string written, string expected) => FixAsync(Model(written), Model(expected));

    [Theory]
    [InlineData("{|DCL0207:\"q\" + \"|k\"|}")]
    [InlineData("{|DCL0207:Net.Query|}")]
    public Task No_fix_is_offered_outside_a_literal(string written) => FixAsync(Model(written), Model(written));

    private static Task FixAsync(string source, string fixedSource) => new CodeFixTest<AddTargetsCodeFix>
    {
        WithFacts = true,
        DisabledDiagnostics = { DiagnosticDescriptors.Summary.Id },
        Sources = { ("Test.cs", source) },
        FixedSources = { ("Test.cs", fixedSource) },
    }.RunAsync();

    private static string Model(string targets) =>
        $$"""
        [Lora(Targets = {{targets}})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            public const string Query = "q";
            private readonly Linear q = Linear(64, 64), k = Linear(64, 64);
            private readonly ModuleList<Linear> heads = new(Linear(64, 64), Linear(64, 64));
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => heads[1].forward(heads[0].forward(k.forward(q.forward(x))));
        }
        """;
}
