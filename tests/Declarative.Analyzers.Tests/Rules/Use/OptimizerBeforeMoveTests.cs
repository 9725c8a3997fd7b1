using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Use;

public class OptimizerBeforeMoveTests
{
    [Theory]
    [InlineData("using var o = adapters.AdamW(); model.{|DCL0403:to|}(device); o.step();")]
    [InlineData("using var o = adapters.AdamW(); model.{|DCL0403:cuda|}(); o.step();")]
    [InlineData("using var o = adapters.AdamW(); model.{|DCL0403:half|}(); o.step();")]
    [InlineData("using var o = adapters.AdamW(); model = model.{|DCL0403:to|}(device); o.step();")]
    [InlineData("var o = optim.AdamW(adapters.Parameters); model.{|DCL0403:to|}(device); o.step();")]
    [InlineData("var all = adapters.Parameters; model.{|DCL0403:to|}(device); optim.AdamW(all).step();")]
    [InlineData("var o = new SGD(adapters.Parameters.ToList(), 0.1); model.{|DCL0403:to|}(device, ScalarType.Float64); o.step();")]
    [InlineData("var o = optim.AdamW(model.parameters().Where(p => p.requires_grad)); model.{|DCL0403:to|}(device); o.step();")]
    [InlineData("var o = adapters.AdamW(); if (flag) model.{|DCL0403:to|}(device); o.step();")]
    [InlineData("var o = adapters.AdamW(); while (flag) { o.step(); model.{|DCL0403:cuda|}(); }")]
    [InlineData("var o = adapters.AdamW(); model.{|DCL0403:cpu|}(); model.cuda(); o.step();")]
    public Task An_optimizer_that_is_older_than_a_move(string statements) =>
        Verify.AnalyzerAsync(Programs.WithBody($"using var adapters = AdapterSet.Attach(model); {statements}"));

    [Theory]
    [InlineData("model.to(device); using var o = adapters.AdamW(); o.step();")]
    [InlineData("using var o = adapters.AdamW(); o.step(); model.cpu();")]
    [InlineData("var o = adapters.AdamW(); model.to(device); o.Dispose(); o = adapters.AdamW(); o.step();")]
    [InlineData("var o = adapters.AdamW(); new Net().to(device); x = x.to(device); o.step();")]
    [InlineData("model.to(device); var o = adapters.AdamW(); while (flag) { model.to(device); o.step(); }")]
    [InlineData("while (flag) { model.to(device); var o = adapters.AdamW(); o.step(); }")]
    [InlineData("model.cpu(); model.to(device); var o = adapters.AdamW(); model.to(device); o.step();")]
    public Task Optimizers_built_after_the_move_are_fine(string statements) =>
        Verify.AnalyzerAsync(Programs.WithBody($"using var adapters = AdapterSet.Attach(model); {statements}"));

    [Fact]
    public Task The_message_names_call_and_optimizer() => Verify.AnalyzerAsync(
        Programs.WithBody("""
            using var adapters = AdapterSet.Attach(model);
            using var adam = adapters.AdamW();
            model.{|#0:to|}(device);
            adam.step();
            """),
        Verify.Diagnostic(DiagnosticDescriptors.OptimizerBeforeMove).WithLocation(0).WithArguments("model.to(device)", "adam"));

    [Fact]
    public Task The_message_has_a_word_for_an_optimizer_without_a_name() => Verify.AnalyzerAsync(
        Programs.WithBody("""
            using var adapters = AdapterSet.Attach(model);
            var taken = adapters.Parameters.ToList();
            model.{|#0:to|}(device);
            optim.AdamW(taken).step();
            """),
        Verify.Diagnostic(DiagnosticDescriptors.OptimizerBeforeMove).WithLocation(0).WithArguments("model.to(device)", "optimizer"));

    [Fact]
    public Task Without_adapters_it_is_none_of_this_rule() => Verify.AnalyzerAsync(Programs.WithBody("""
        var o = optim.AdamW(model.parameters());
        model.to(device);
        o.step();
        using var adapters = AdapterSet.Attach(new Net());
        """));

    [Fact]
    public Task Fields_and_lambdas() => Verify.AnalyzerAsync(Programs.WithFields("""
        public void Straight()
        {
            adapters = AdapterSet.Attach(model);
            optimizer = adapters.AdamW();
            model.{|DCL0403:cuda|}();
            optimizer.step();
        }
        public void Rebuilt()
        {
            adapters = AdapterSet.Attach(model);
            optimizer = adapters.AdamW();
            model.cuda();
            Rebuild();
            optimizer.step();
        }
        public void Given(Action<Trainer> rebuild)
        {
            adapters = AdapterSet.Attach(model);
            optimizer = adapters.AdamW();
            model.cuda();
            rebuild(this);
            optimizer.step();
        }
        private void Rebuild() => optimizer = adapters.AdamW();
        public Action<Net> Lambda { get; } = m =>
        {
            using var a = AdapterSet.Attach(m);
            using var o = a.AdamW();
            m.{|DCL0403:cuda|}();
            o.step();
        };
        """));
}
