using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Use;

public class OptimizerOverModelTests
{
    [Theory]
    [InlineData("using var o = optim.AdamW({|DCL0401:model.parameters()|}, lr: 1e-3);")]
    [InlineData("optim.Optimizer o = optim.SGD({|DCL0401:model.parameters()|}, 0.1);")]
    [InlineData("var o = new AdamW({|DCL0401:model.parameters()|});")]
    [InlineData("var o = optim.AdamW({|DCL0401:model.named_parameters()|});")]
    [InlineData("var o = optim.AdamW({|DCL0401:model.parameters()|}.ToList());")]
    [InlineData("var o = optim.AdamW((IEnumerable<Parameter>){|DCL0401:model.parameters()|}.ToArray());")]
    [InlineData("var o = optim.AdamW({|DCL0401:model.parameters()|}.AsEnumerable());")]
    [InlineData("var o = optim.AdamW([.. {|DCL0401:model.parameters()|}]);")]
    [InlineData("var all = {|DCL0401:model.parameters()|}; var o = optim.AdamW(all);")]
    [InlineData("var same = model; var o = optim.AdamW({|DCL0401:same.parameters()|});")]
    [InlineData("var moved = model.to(device); var o = optim.AdamW({|DCL0401:moved.parameters()|});")]
    [InlineData("if (flag) { var o = optim.AdamW({|DCL0401:model.parameters()|}); }")]
    [InlineData("while (flag) { adapters.Merge(); adapters.Unmerge(); optim.AdamW({|DCL0401:model.parameters()|}); }")]
    [InlineData("try { optim.AdamW({|DCL0401:model.parameters()|}); } finally { adapters.Dispose(); }")]
    [InlineData("var o = flag ? optim.AdamW({|DCL0401:model.parameters()|}) : adapters.AdamW();")]
    public Task Every_way_to_give_an_optimizer_the_whole_model(string statement) =>
        Verify.AnalyzerAsync(Programs.WithBody($"using var adapters = AdapterSet.Attach(model); {statement}"));

    [Theory]
    [InlineData("var o = adapters.AdamW();")]
    [InlineData("var o = optim.AdamW(adapters.Parameters);")]
    [InlineData("var o = optim.AdamW(model.parameters().Where(p => p.requires_grad));")]
    [InlineData("var o = optim.AdamW(model.named_parameters().Where(p => p.name.Contains(\"lora\")).Select(p => p.parameter));")]
    [InlineData("var o = optim.AdamW(new Net().parameters());")]
    [InlineData("adapters.Dispose(); var o = optim.AdamW(model.parameters());")]
    [InlineData("model = new Net(); var o = optim.AdamW(model.parameters());")]
    [InlineData("var n = model.parameters().Sum(p => p.numel()); foreach (var p in model.parameters()) p.numel();")]
    [InlineData("var o = optim.AdamW(model.parameters(recurse: false));")]
    [InlineData("var other = new Net(); using var o = optim.AdamW(other.parameters()); o.step();")]
    public Task Other_optimizers_are_fine(string statement) =>
        Verify.AnalyzerAsync(Programs.WithBody($"using var adapters = AdapterSet.Attach(model); {statement}"));

    [Fact]
    public Task Sets_that_are_gone_do_not_count() => Verify.AnalyzerAsync(Programs.WithBody("""
        using (AdapterSet.Attach(model)) { }
        using (var adapters = AdapterSet.Attach(model)) { }
        { using var adapters = AdapterSet.Attach(model); }
        AdapterSet? late = null;
        late ??= AdapterSet.Attach(model);
        late.Dispose();
        var o = optim.AdamW(model.parameters());
        """));

    [Fact]
    public Task A_model_made_anew_in_a_loop_has_no_adapters_yet() => Verify.AnalyzerAsync(Programs.WithBody("""
        while (flag)
        {
            var fresh = new Net();
            using (var o = optim.AdamW(fresh.parameters())) o.step();
            var adapters = AdapterSet.Attach(fresh);
        }
        """));

    [Fact]
    public Task The_message_names_expression_model_and_set() => Verify.AnalyzerAsync(
        Programs.WithBody("""
            using var lora = AdapterSet.LoadPretrained(model, "out");
            var o = optim.AdamW({|#0:model.parameters()|});
            """),
        Verify.Diagnostic(DiagnosticDescriptors.OptimizerOverModel).WithLocation(0).WithArguments("model.parameters()", "model", "lora"));

    [Fact]
    public Task The_message_has_words_for_what_has_no_name() => Verify.AnalyzerAsync(
        Programs.WithBody("""
            var net = new Net();
            var all = {|#0:net.parameters()|};
            AdapterSet.LoadPretrained(net, "out");
            net = new Net();
            var o = optim.AdamW(all);
            """),
        Verify.Diagnostic(DiagnosticDescriptors.OptimizerOverModel).WithLocation(0).WithArguments("net.parameters()", "model", "adapters"));

    [Fact]
    public Task Fields_and_properties_of_the_object() => Verify.AnalyzerAsync(Programs.WithFields("""
        public Net Current { get; set; } = new();
        public void Fields()
        {
            adapters = AdapterSet.Attach(this.model);
            optimizer = optim.AdamW({|DCL0401:model.parameters()|});
        }
        public void Properties()
        {
            adapters = AdapterSet.Attach(Current);
            optimizer = optim.AdamW({|DCL0401:Current.parameters()|});
        }
        public void OfOthers(Trainer other)
        {
            adapters = AdapterSet.Attach(other.model);
            optimizer = optim.AdamW(model.parameters());
        }
        """));

    [Fact]
    public Task Lambdas_local_functions_and_async_methods_by_themselves() => Verify.AnalyzerAsync(Programs.WithBody(
        """
        Action<Net> train = m => { using var a = AdapterSet.Attach(m); optim.AdamW({|DCL0401:m.parameters()|}); };
        void Local(Net m) { using var a = AdapterSet.Attach(m); optim.AdamW({|DCL0401:m.parameters()|}); }
        Local(new Net());
        using var adapters = AdapterSet.Attach(model);
        Action later = () => optim.AdamW(model.parameters());
        """,
        """
        public static async System.Threading.Tasks.Task RunAsync<T>(Net model)
        {
            using var adapters = AdapterSet.Attach(model);
            await System.Threading.Tasks.Task.Yield();
            var o = optim.AdamW({|DCL0401:model.parameters()|});
        }
        private readonly Action<Net> field = m => { var a = AdapterSet.Attach(m); optim.AdamW({|DCL0401:m.parameters()|}); };
        """));

    [Fact]
    public Task Top_level_statements_and_generic_classes() => new AnalyzerTest
    {
        IsProgram = true,
        Sources =
        {
            ("Test.cs", $$"""
                using A = Declarative.AdapterSet;
                var model = new Net();
                using var adapters = A.Attach(model);
                using var optimizer = optim.AdamW({|DCL0401:model.parameters()|});

                {{Programs.Model}}

                public class Fit<T> where T : Module<Tensor, Tensor>
                {
                    public void Run(T model)
                    {
                        using var adapters = AdapterSet.Attach(model);
                        using var optimizer = optim.AdamW({|DCL0401:model.parameters()|});
                    }
                }
                """),
        },
    }.RunAsync();
}
