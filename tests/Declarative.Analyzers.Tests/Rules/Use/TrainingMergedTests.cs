using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Use;

public class TrainingMergedTests
{
    private const string Begin = "using var adapters = AdapterSet.Attach(model); using var optimizer = adapters.AdamW(); ";

    [Theory]
    [InlineData("adapters.Merge(); optimizer.{|DCL0405:step|}();")]
    [InlineData("if (flag) adapters.Merge(); optimizer.{|DCL0405:step|}();")]
    [InlineData("adapters.Merge(); if (flag) adapters.Unmerge(); optimizer.{|DCL0405:step|}();")]
    [InlineData("while (flag) { optimizer.{|DCL0405:step|}(); adapters.Merge(); }")]
    [InlineData("for (var i = 0; i < 9; i++) { optimizer.{|DCL0405:step|}(); adapters.Merge(); if (i == 3) continue; adapters.Unmerge(); }")]
    [InlineData("adapters.Merge(); try { optimizer.{|DCL0405:step|}(); } finally { adapters.Unmerge(); }")]
    [InlineData("adapters.Merge(); using (NewDisposeScope()) { x.backward(); } optimizer.{|DCL0405:step|}();")]
    [InlineData("var same = adapters; same.Merge(); optimizer.{|DCL0405:step|}();")]
    [InlineData("adapters?.Merge(); optimizer?.{|DCL0405:step|}();")]
    [InlineData("adapters.Merge(); optim.SGD(adapters.Parameters, 0.1).{|DCL0405:step|}();")]
    [InlineData("var head = optim.SGD(model.parameters().Where(p => flag), 0.1); adapters.Merge(); head.{|DCL0405:step|}();")]
    [InlineData("var both = optim.SGD([.. new Net().parameters(), .. adapters.Parameters], 0.1); adapters.Merge(); both.{|DCL0405:step|}();")]
    [InlineData("switch (x.numel()) { case 1: adapters.Merge(); break; default: break; } optimizer.{|DCL0405:step|}();")]
    [InlineData("try { model.forward(x); } catch (InvalidOperationException) { adapters.Merge(); } optimizer.{|DCL0405:step|}();")]
    [InlineData("adapters.Merge(); try { model.forward(x); } catch (InvalidOperationException) { optimizer.{|DCL0405:step|}(); throw; } finally { adapters.Unmerge(); }")]
    [InlineData("adapters.Merge(); try { if (flag) x.backward(); model.forward(x); } catch (InvalidOperationException) { optimizer.{|DCL0405:step|}(); }")]
    [InlineData("adapters.Merge(); try { using (NewDisposeScope()) model.forward(x); } catch (InvalidOperationException) { optimizer.{|DCL0405:step|}(); }")]
    [InlineData("adapters.Merge(); try { try { model.forward(x); } catch (ArgumentException) { return; } } catch (InvalidOperationException) { optimizer.{|DCL0405:step|}(); }")]
    [InlineData("try { model.forward(x); } catch (ArgumentException) { } catch (InvalidOperationException) { adapters.Merge(); } optimizer.{|DCL0405:step|}();")]
    [InlineData("try { model.forward(x); } finally { adapters.Merge(); } optimizer.{|DCL0405:step|}();")]
    [InlineData("adapters.Merge(); try { if (flag) return; adapters.Unmerge(); } finally { optimizer.{|DCL0405:step|}(); }")]
    [InlineData("adapters.Merge(); try { try { model.forward(x); } finally { optimizer.{|DCL0405:step|}(); } } finally { adapters.Unmerge(); }")]
    public Task A_step_that_merged_adapters_may_reach(string statements) => Verify.AnalyzerAsync(Programs.WithBody(Begin + statements));

    [Theory]
    [InlineData("while (flag) { optimizer.step(); adapters.Merge(); adapters.Unmerge(); }")]
    [InlineData("while (flag) { optimizer.step(); adapters.Merge(); try { model.forward(x); } finally { adapters.Unmerge(); } }")]
    [InlineData("while (flag) { using var scope = NewDisposeScope(); if (x.numel() > 3) { adapters.Merge(); return; } optimizer.step(); }")]
    [InlineData("while (flag) { optimizer.step(); if (x.numel() > 3) { adapters.Merge(); break; } }")]
    [InlineData("try { adapters.Merge(); model.forward(x); } catch (InvalidOperationException) { return; } adapters.Unmerge(); optimizer.step();")]
    [InlineData("adapters.Merge(); try { adapters.Unmerge(); } catch (InvalidOperationException) { } optimizer.step();")]
    [InlineData("try { adapters.Merge(); if (flag) model.forward(x); adapters.Unmerge(); } catch (InvalidOperationException) { } optimizer.step();")]
    [InlineData("adapters.Merge(); try { if (flag) model.forward(x); adapters.Unmerge(); } catch (InvalidOperationException) { optimizer.step(); }")]
    [InlineData("try { if (flag) model.forward(x); adapters.Merge(); if (flag) x.backward(); } catch (InvalidOperationException) { optimizer.step(); }")]
    [InlineData("try { adapters.Merge(); model.forward(x); } catch (InvalidOperationException) { optimizer.step(); }")]
    [InlineData("adapters.Merge(); try { adapters.Unmerge(); model.forward(x); } catch (InvalidOperationException) { } optimizer.step();")]
    [InlineData("adapters.Merge(); try { try { model.forward(x); } finally { adapters.Unmerge(); } } catch (InvalidOperationException) { optimizer.step(); }")]
    [InlineData("adapters.Merge(); try { if (flag) x.backward(); try { model.forward(x); } finally { adapters.Unmerge(); } } catch (InvalidOperationException) { optimizer.step(); }")]
    [InlineData("adapters.Merge(); try { try { try { model.forward(x); } finally { adapters.Unmerge(); } } finally { x.backward(); } } catch (InvalidOperationException) { optimizer.step(); }")]
    [InlineData("adapters.Merge(); try { try { model.forward(x); } catch { adapters.Unmerge(); throw; } } catch (InvalidOperationException) { optimizer.step(); }")]
    [InlineData("adapters.Merge(); try { try { model.forward(x); } finally { adapters.Unmerge(); } optimizer.step(); } finally { optimizer.step(); }")]
    [InlineData("while (flag) { optimizer.step(); try { adapters.Merge(); if (x.numel() > 3) return; } finally { adapters.Unmerge(); } }")]
    [InlineData("try { adapters.Merge(); return; } catch (InvalidOperationException) { return; } finally { adapters.Unmerge(); optimizer.step(); }")]
    [InlineData("adapters.Merge(); model.Back(adapters); optimizer.step();")]
    [InlineData("var all = adapters.Parameters.ToList(); adapters.Merge(); all.ForEach(p => adapters.Unmerge()); optimizer.step();")]
    [InlineData("adapters.Merge(); Unmerge(adapters); optimizer.step();")]
    [InlineData("void Back() => adapters.Unmerge(); adapters.Merge(); Back(); optimizer.step();")]
    [InlineData("adapters.Merge(); Guarded(() => adapters.Unmerge()); optimizer.step();")]
    [InlineData("adapters.Merge(); _ = new Unmerger(adapters); optimizer.step();")]
    [InlineData("adapters.Merge(); Extensions.Repeat(2, () => adapters.Unmerge()); optimizer.step();")]
    [InlineData("adapters.Merge(); var other = new Net(); var o = optim.AdamW(other.parameters()); other.forward(x).backward(); o.step();")]
    [InlineData("using var second = AdapterSet.Attach(new Net()); second.Merge(); optimizer.step();")]
    [InlineData("adapters.Merge(); throw new InvalidOperationException(); ")]
    [InlineData("adapters.Merge(); var schedule = optim.lr_scheduler.StepLR(optimizer, 1); schedule.step();")]
    public Task Merges_that_no_step_comes_after(string statements) => Verify.AnalyzerAsync(Programs.WithBody(
        Begin + statements,
        """
        private static void Unmerge(AdapterSet set) => set.Unmerge();
        private static void Guarded(Action action) => action();
        """) + "public static class Extensions { public static void Back(this Net model, AdapterSet set) => set.Unmerge(); public static void Repeat(int times, Action action) => action(); }"
        + "public sealed class Unmerger { public Unmerger(AdapterSet set) => set.Unmerge(); }");

    [Fact]
    public Task A_query_of_parameters_unmerges_nothing() => Verify.AnalyzerAsync(Programs.WithFields("""
        public void Run()
        {
            adapters = AdapterSet.Attach(model);
            adapters.Merge();
            optimizer = optim.SGD(model.parameters().Where(p => p.requires_grad), 0.1);
            optimizer.{|DCL0405:step|}();
        }
        """));

    [Fact]
    public Task A_method_that_cannot_reach_the_object_unmerges_nothing() => Verify.AnalyzerAsync(Programs.WithFields("""
        public void Run()
        {
            adapters = AdapterSet.Attach(model);
            optimizer = adapters.AdamW();
            adapters.Merge();
            Console.WriteLine("merged");
            optimizer.{|DCL0405:step|}();
        }
        """));

    [Fact]
    public Task The_message_names_optimizer_and_set() => Verify.AnalyzerAsync(
        Programs.WithBody("""
            using var lora = AdapterSet.Attach(model);
            using var adam = lora.AdamW();
            lora.Merge();
            adam.{|#0:step|}();
            """),
        Verify.Diagnostic(DiagnosticDescriptors.TrainingMerged).WithLocation(0).WithArguments("adam", "lora"));

    [Fact]
    public Task The_message_has_words_for_what_has_no_name() => Verify.AnalyzerAsync(
        Programs.WithBody("""
            AdapterSet.LoadPretrained(model, "out").Merge();
            optim.SGD(model.parameters().Where(p => flag), 0.1).{|#0:step|}();
            """),
        Verify.Diagnostic(DiagnosticDescriptors.TrainingMerged).WithLocation(0).WithArguments("optimizer", "adapters"));

    [Fact]
    public Task A_set_that_is_disposed_trains_nothing_any_more() => Verify.AnalyzerAsync(Programs.WithBody("""
        using var optimizer = optim.AdamW(model.parameters());
        using (var adapters = AdapterSet.Attach(model)) { adapters.Merge(); }
        optimizer.step();
        """));

    [Fact]
    public Task An_optimizer_from_elsewhere_counts_after_a_backward_pass() => Verify.AnalyzerAsync(Programs.WithFields("""
        public void Step(Tensor loss)
        {
            adapters.Merge();
            optimizer.step();
            loss.backward();
            optimizer.{|DCL0405:step|}();
            adapters.Unmerge();
            optimizer.step();
        }
        public void Parameters(AdapterSet set, optim.Optimizer o, Tensor loss)
        {
            set.Merge();
            loss.backward();
            o.{|DCL0405:step|}();
        }
        public void Helped(Tensor loss)
        {
            adapters.Merge();
            loss.backward();
            Evaluate();
            optimizer.step();
        }
        public void Again(AdapterSet set, optim.Optimizer o, Tensor loss)
        {
            set.Merge();
            loss.backward();
            Back(set);
            set.Merge();
            o.step();
        }
        private void Evaluate() => adapters.Unmerge();
        private static void Back(AdapterSet set) => set.Unmerge();
        """));
}
