using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Use;

public class OptimizerBeforeAttachTests
{
    [Theory]
    [InlineData("using var o = optim.AdamW({|DCL0402:model.parameters()|}); using var adapters = AdapterSet.Attach(model); o.step();")]
    [InlineData("optim.Optimizer o = optim.SGD({|DCL0402:model.parameters()|}.ToList(), 0.1); using var adapters = AdapterSet.Attach(model); o.step();")]
    [InlineData("var all = {|DCL0402:model.parameters()|}.ToList(); using var adapters = AdapterSet.Attach(model); var o = optim.AdamW(all); o.step();")]
    [InlineData("Parameter[] all = [.. {|DCL0402:model.parameters()|}]; using var adapters = AdapterSet.Attach(model); optim.AdamW(all).step();")]
    [InlineData("var o = optim.AdamW({|DCL0402:model.parameters()|}); using var adapters = AdapterSet.Attach(model); while (flag) { o.zero_grad(); o.step(); }")]
    [InlineData("var o = optim.AdamW({|DCL0402:model.parameters()|}); AdapterSet? adapters = null; if (flag) adapters = AdapterSet.Attach(model); o?.step();")]
    [InlineData("var o = optim.AdamW({|DCL0402:model.parameters()|}); for (var i = 0; i < 2; i++) { o.step(); var adapters = AdapterSet.Attach(model); }")]
    [InlineData("var o = optim.AdamW({|DCL0402:model.parameters()|}); AdapterSet? adapters = null; try { adapters = AdapterSet.Attach(model); o.step(); } finally { adapters?.Dispose(); }")]
    [InlineData("var o = optim.AdamW({|DCL0402:model.parameters()|}); AdapterSet? adapters; try { model.forward(x); } catch (InvalidOperationException) { adapters = AdapterSet.Attach(model); } o.step();")]
    [InlineData("var o = optim.AdamW({|DCL0402:model.parameters()|}); AdapterSet? adapters; try { model.forward(x); } finally { adapters = AdapterSet.Attach(model); } o.step();")]
    [InlineData("optim.Optimizer o; try { o = optim.AdamW({|DCL0402:model.parameters()|}); } catch (InvalidOperationException) { return; } using var adapters = AdapterSet.Attach(model); o.step();")]
    public Task An_optimizer_that_is_older_than_the_adapters_it_should_train(string statements) =>
        Verify.AnalyzerAsync(Programs.WithBody(statements));

    [Theory]
    [InlineData("var o = optim.AdamW(model.parameters()); o.step(); o.Dispose(); using var adapters = AdapterSet.Attach(model);")]
    [InlineData("var o = optim.AdamW(model.parameters()); o.step(); using var adapters = AdapterSet.Attach(model); o = adapters.AdamW(); o.step();")]
    [InlineData("var o = optim.AdamW(model.parameters()); using (var adapters = AdapterSet.Attach(model)) { } o.step();")]
    [InlineData("var o = optim.AdamW(new Net().parameters()); using var adapters = AdapterSet.Attach(model); o.step();")]
    [InlineData("var o = optim.AdamW(model.parameters().Where(p => flag)); using var adapters = AdapterSet.Attach(model); o.step();")]
    [InlineData("for (var i = 0; i < 2; i++) { var o = optim.AdamW(model.parameters()); o.step(); o.Dispose(); using var adapters = AdapterSet.Attach(model); }")]
    public Task Pretraining_before_and_optimizers_built_anew_are_fine(string statements) =>
        Verify.AnalyzerAsync(Programs.WithBody(statements));

    [Fact]
    public Task The_message_names_optimizer_expression_and_set() => Verify.AnalyzerAsync(
        Programs.WithBody("""
            using var adam = optim.AdamW({|#0:model.parameters()|});
            using var lora = AdapterSet.Attach(model);
            adam.step();
            """),
        Verify.Diagnostic(DiagnosticDescriptors.OptimizerBeforeAttach).WithLocation(0).WithArguments("adam", "model.parameters()", "lora"));

    [Fact]
    public Task The_message_has_words_for_what_has_no_name() => Verify.AnalyzerAsync(
        Programs.WithBody("""
            var taken = {|#0:model.parameters()|}.ToList();
            AdapterSet.LoadPretrained(model, "out");
            optim.AdamW(taken).step();
            """),
        Verify.Diagnostic(DiagnosticDescriptors.OptimizerBeforeAttach).WithLocation(0).WithArguments("optimizer", "model.parameters()", "adapters"));

    [Fact]
    public Task Fields_that_another_method_may_have_filled_anew_are_left_alone() => Verify.AnalyzerAsync(Programs.WithFields("""
        public void Straight()
        {
            optimizer = optim.AdamW({|DCL0402:model.parameters()|});
            adapters = AdapterSet.Attach(model);
            optimizer.step();
        }
        public void Rebuilt()
        {
            optimizer = optim.AdamW(model.parameters());
            adapters = AdapterSet.Attach(model);
            Rebuild();
            optimizer.step();
        }
        private void Rebuild() => optimizer = adapters.AdamW();
        """));

    [Fact]
    public Task Variables_that_a_local_function_may_have_filled_anew_are_left_alone() => Verify.AnalyzerAsync(Programs.WithBody("""
        var o = optim.AdamW(model.parameters());
        using var adapters = AdapterSet.Attach(model);
        Rebuild();
        o.step();
        void Rebuild() => o = adapters.AdamW();
        """));
}
