using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Attaching;

public sealed class MergeTests
{
    private static readonly LoraOptions Rank2 = new() { Rank = 2 };

    [Fact]
    public void Merged_layers_leave_the_dispatch()
    {
        using var model = Create(out var set);
        Assert.All(set.Adapters, static a => Assert.Same(a, AdapterDispatch.Find(a.BaseLayer)));
        Assert.NotNull(AdapterDispatch.Find(model.blocks[0].net));
        set.Merge();
        Assert.True(set.IsMerged);
        Assert.All(set.Adapters, static a => Assert.True(a.IsMerged));
        Assert.All(model.modules(), static m => Assert.Null(AdapterDispatch.Find(m)));
        set.Unmerge();
        Assert.False(set.IsMerged);
        Assert.All(set.Adapters, static a => Assert.Same(a, AdapterDispatch.Find(a.BaseLayer)));
    }

    [Fact]
    public void Unmerging_restores_every_weight_to_the_bit()
    {
        using var model = Create(out var set);
        var state = new BaseState(model);
        for (var i = 0; i < 3; i++)
        {
            set.Merge();
            Assert.False(Near.Bits(model.blocks[0].@out.weight).SequenceEqual(Near.Bits(set.Adapters[2].Weight.Original)));
            set.Unmerge();
            state.AssertSame(model);
        }
    }

    [Fact]
    public void Merging_twice_and_unmerging_the_unmerged_are_refused()
    {
        using var model = Create(out var set);
        Assert.Contains("not merged", Assert.Throws<AdapterException>(set.Unmerge).Message, StringComparison.Ordinal);
        set.Merge();
        Assert.Contains("merged already", Assert.Throws<AdapterException>(set.Merge).Message, StringComparison.Ordinal);
        Assert.True(set.IsMerged);
        set.Unmerge();
    }

    [Fact]
    public void Training_while_merged_is_refused_and_evaluating_is_not()
    {
        using var model = Create(out var set);
        using var optimizer = set.AdamW();
        set.Merge();
        foreach (var action in new Action[] { () => model.train(), () => set.AdamW(), () => optimizer.step(), () => optimizer.zero_grad() })
            Assert.Contains("Unmerge()", Assert.Throws<AdapterException>(action).Message, StringComparison.Ordinal);
        model.eval();
        using var y = model.forward(randn(2, 8));
        set.Unmerge();
        model.train();
        optimizer.zero_grad();
        optimizer.step();
    }

    [Fact]
    public void A_grouped_convolution_is_named_and_nothing_is_merged()
    {
        using var model = new TwoLayers(nn.Linear(8, 8), nn.Conv2d(4, 4, 3, groups: 2), Rank2);
        using var set = AdapterSet.Attach(model);
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterException>(set.Merge);
        Assert.Contains("'second' cannot be merged", error.Message, StringComparison.Ordinal);
        Assert.Contains("2 groups", error.Message, StringComparison.Ordinal);
        Assert.False(set.IsMerged);
        state.AssertSame(model);
        Assert.Throws<AdapterException>(() => set.Adapters[1].Delta());
    }

    [Fact]
    public void A_weight_shared_with_another_module_is_not_merged()
    {
        var embedding = nn.Embedding(8, 8);
        var head = nn.Linear(8, 8, hasBias: false);
        head.weight = embedding.weight!;
        using var model = new TwoLayers(embedding, head, Rank2, targets: "first");
        using var set = AdapterSet.Attach(model);
        var error = Assert.Throws<AdapterException>(set.Merge);
        Assert.Contains("The weight of 'first' is also 'second.weight'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Disabling_nests_and_ends_once_per_scope()
    {
        using var model = Create(out var set);
        using var x = randn(3, 8);
        using var adapted = model.forward(x).detach();
        var outer = set.Disable();
        Assert.False(set.IsEnabled);
        var inner = set.Disable();
        using var off = model.forward(x).detach();
        Near.Different(adapted, off);
        inner.Dispose();
        inner.Dispose();
        Near.Same(off, model.forward(x).detach());
        Assert.False(set.IsEnabled);
        outer.Dispose();
        Assert.True(set.IsEnabled);
        Near.Same(adapted, model.forward(x).detach());
    }

    [Fact]
    public void Merging_unmerging_loading_and_saving_wait_for_the_end_of_a_disabled_scope()
    {
        using var model = Create(out var set);
        using (set.Disable())
        {
            foreach (var action in new Action[] { set.Merge, set.Unmerge, () => set.Load("nowhere"), () => set.SavePretrained("nowhere") })
                Assert.Contains("disabled", Assert.Throws<AdapterException>(action).Message, StringComparison.Ordinal);
        }
        set.Merge();
    }

    [Fact]
    public void A_disposed_set_says_so()
    {
        using var model = Create(out var set);
        set.Dispose();
        foreach (var action in new Action[] { set.Merge, set.Unmerge, () => set.Disable(), () => set.AdamW(), () => set.SavePretrained("nowhere") })
            Assert.Throws<ObjectDisposedException>(action);
    }

    private static Stack Create(out AdapterSet set)
    {
        manual_seed(5);
        var model = new Stack(1, Plans.Of("all-linear", Rank2, Stack.Members));
        set = AdapterSet.Attach(model);
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.normal_();
        return model;
    }

    private sealed class TwoLayers : nn.Module<Tensor, Tensor>, IAdapterHost
    {
        private readonly AdapterPlan plan;

        public TwoLayers(nn.Module first, nn.Module second, LoraOptions options, string targets = "first|second")
            : base(nameof(TwoLayers))
        {
            plan = Plans.Of(targets, options, "first", "second");
            register_module("first", first);
            register_module("second", second);
        }

        public IReadOnlyList<AdapterPlan> GetAdapterPlans() => [plan];

        public override Tensor forward(Tensor x) => throw new NotSupportedException();
    }
}
