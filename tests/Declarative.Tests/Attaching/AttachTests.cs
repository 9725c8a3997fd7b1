using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Attaching;

public sealed class AttachTests
{
    private static readonly LoraOptions Rank2 = new() { Rank = 2 };

    [Fact]
    public void All_linear_is_every_linear_layer_but_the_head()
    {
        using var model = new Stack(2, Plans.Of("all-linear", Rank2, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Assert.Equal(
            ["blocks.0.net.fc1", "blocks.1.net.fc1", "blocks.0.net.inner.fc2", "blocks.1.net.inner.fc2", "blocks.0.out", "blocks.1.out"],
            set.Adapters.Select(static a => a.LayerPath));
        Assert.All(set.Adapters, static a => Assert.Equal("Lora", a.Method));
    }

    [Fact]
    public void Targets_and_exclude_are_asked_about_the_path_that_is_there()
    {
        using var model = new Stack(3, Plans.Of("a", "fc*|out", "blocks.1.**|0.out", Rank2, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Assert.Equal(
            ["blocks.0.net.fc1", "blocks.2.net.fc1", "blocks.0.net.inner.fc2", "blocks.2.net.inner.fc2", "blocks.2.out"],
            set.Adapters.Select(static a => a.LayerPath));
    }

    [Fact]
    public void Adapters_are_children_of_the_owner_and_base_keys_stay()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Rank2, Stack.Members));
        var keys = model.state_dict().Keys.ToList();
        using var set = AdapterSet.Attach(model);
        var now = model.state_dict().Keys.ToList();
        Assert.Equal(keys.Order(), now.Where(static k => !k.Contains("adapters", StringComparison.Ordinal)).Order());
        Assert.Equal(
            [
                "blocks.0.adapters.net.fc1.lora_A.weight", "blocks.0.adapters.net.fc1.lora_B.weight",
                "blocks.0.adapters.net.inner.fc2.lora_A.weight", "blocks.0.adapters.net.inner.fc2.lora_B.weight",
                "blocks.0.adapters.out.lora_A.weight", "blocks.0.adapters.out.lora_B.weight",
            ],
            now.Where(static k => k.Contains("adapters", StringComparison.Ordinal)).Order());

        var container = AdapterContainer.Of<TestContainer>(model.blocks[0])!;
        Assert.Same(set.Adapters[0], container.Adapter<LoraLinear>("net.fc1"));
        Assert.Null(container.TryAdapter<LoraLinear>("net.fc3"));
        Assert.Contains("net.fc1", Assert.Throws<AdapterException>(() => container.Adapter<LoraLinear>("fc3")).Message, StringComparison.Ordinal);
        Assert.Contains("not a LoraEmbedding", Assert.Throws<AdapterException>(() => container.Adapter<LoraEmbedding>("out")).Message, StringComparison.Ordinal);
        Assert.Equal([set.Adapters[0]], container.Elements<LoraLinear>("net.*"));
        Assert.Null(AdapterContainer.Of<TestContainer>(model));
    }

    [Fact]
    public void Only_the_adapters_are_trained()
    {
        using var model = new Stack(2, Plans.Of("fc1", Rank2, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Assert.Equal(4, set.Parameters.Count);
        Assert.All(set.Parameters, static p => Assert.True(p.requires_grad));
        Assert.Equal(
            set.Parameters.Select(static p => p.numel()).Order(),
            model.parameters().Where(static p => p.requires_grad).Select(static p => p.numel()).Order());
    }

    [Fact]
    public void Every_layer_of_nested_sequences_is_reached()
    {
        foreach (var target in new[] { "fc1", "fc2", "out", "fc1|fc2|out|head" })
        {
            using var model = new Stack(2, Plans.Of(target, Rank2, Stack.Members));
            using var x = randn(5, 8);
            using var before = model.forward(x);
            using (var set = AdapterSet.Attach(model))
            {
                Near.Equal(before, model.forward(x), 1e-6);
                using (no_grad())
                {
                    foreach (var parameter in set.Parameters)
                        parameter.fill_(0.1);
                }
                using var adapted = model.forward(x).detach();
                Near.Different(before, adapted);
                set.Merge();
                Near.Equal(adapted, model.forward(x), 1e-5, target);
            }
            Near.Same(before, model.forward(x), target);
        }
    }

    [Fact]
    public void Disposing_gives_the_original_model_back()
    {
        using var model = new Stack(2, Plans.Of("all-linear", Rank2 with { Bias = TrainedBias.All, Init = LoraInit.PiSSA }, Stack.Members));
        model.head.weight.requires_grad = false;
        var state = new BaseState(model);
        using var x = randn(5, 8);
        var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.add_(0.5);
        }
        set.Merge();
        var disabled = set.Disable();
        set.Dispose();
        state.AssertSame(model);
        set.Dispose();
        disabled.Dispose();
        state.AssertSame(model);
        Assert.All(model.modules(), static m => Assert.Null(AdapterDispatch.Find(m)));

        using var again = AdapterSet.Attach(model);
        Assert.NotEmpty(again.Adapters);
    }

    [Fact]
    public void Disposing_after_the_model_is_no_error()
    {
        var model = new Stack(1, Plans.Of("all-linear", Rank2 with { Bias = TrainedBias.All }, Stack.Members));
        var set = AdapterSet.Attach(model);
        set.Merge();
        model.Dispose();
        set.Dispose();
    }

    [Fact]
    public void Two_names_are_attached_together_or_one_at_a_time()
    {
        AdapterPlan[] plans =
        [
            Plans.Of("a", "fc1", "", Rank2, Stack.Members), Plans.Of("b", "out", "", new LoraOptions { Rank = 4 }, Stack.Members),
        ];
        using var model = new Stack(1, plans);
        var state = new BaseState(model);
        using (var both = AdapterSet.Attach(model))
            Assert.Equal([("a", 2), ("b", 4)], both.Adapters.Select(static a => (a.AdapterName, a.Rank)));

        var first = AdapterSet.Attach(model, "a");
        var second = AdapterSet.Attach(model, "b");
        Assert.Equal("blocks.0.out", Assert.Single(second.Adapters).LayerPath);
        first.Dispose();
        Assert.All(second.Parameters, static p => Assert.True(p.requires_grad));
        Assert.False(model.head.weight.requires_grad);
        Assert.NotNull(AdapterContainer.Of<TestContainer>(model.blocks[0])!.TryAdapter<LoraLinear>("out"));
        second.Dispose();
        state.AssertSame(model);

        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model, "c"));
        Assert.Contains("named 'c'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'a', 'b'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attaching_twice_under_one_name_is_refused_and_changes_nothing()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Rank2, Stack.Members));
        using var set = AdapterSet.Attach(model);
        var keys = model.state_dict().Keys.ToList();
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("'default' are attached already", error.Message, StringComparison.Ordinal);
        Assert.Equal(keys, model.state_dict().Keys);
        Assert.All(set.Parameters, static p => Assert.True(p.requires_grad));
        Assert.Same(set.Adapters[0], AdapterDispatch.Find(set.Adapters[0].BaseLayer));
    }

    [Fact]
    public void A_layer_claimed_by_two_attributes_is_refused()
    {
        using var model = new Stack(1, Plans.Of("a", "fc1|out", "", Rank2, Stack.Members), Plans.Of("b", "out", "", Rank2, Stack.Members));
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("claim the layer 'blocks.0.out'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'b'", error.Message, StringComparison.Ordinal);
        state.AssertSame(model);

        using var first = AdapterSet.Attach(model, "a");
        error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model, "b"));
        Assert.Contains("has the adapter 'a' already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_attributes_is_refused()
    {
        using var model = nn.Linear(2, 2);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("Linear", error.Message, StringComparison.Ordinal);
        Assert.Contains("[Lora", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_matches_no_layer_is_refused()
    {
        using var model = new Stack(1, Plans.Of("fc9", Rank2, Stack.Members));
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("\"fc9\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("blocks.#.net.fc1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_null_is_passed_over()
    {
        using var model = new Stack(1, Plans.Of("missing|out", Rank2, [.. Stack.Members, "blocks.#/missing"]));
        using var set = AdapterSet.Attach(model);
        Assert.Equal("blocks.0.out", Assert.Single(set.Adapters).LayerPath);
        Assert.False(model.blocks[0].HasMissing);
    }

    [Fact]
    public void A_layer_of_a_type_that_cannot_be_adapted_is_named_with_the_types_that_can()
    {
        using var model = new Stack(1, Plans.Of("out|norm", Rank2, ["blocks.#/out", "blocks.#/net.inner.norm"]));
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("'blocks.0.net.inner.norm'", error.Message, StringComparison.Ordinal);
        Assert.Contains("LayerNorm", error.Message, StringComparison.Ordinal);
        Assert.Contains("Linear, Embedding, Conv1d, Conv2d", error.Message, StringComparison.Ordinal);
        state.AssertSame(model);
    }

    [Fact]
    public void A_disposed_layer_is_named_and_the_rest_left_alone()
    {
        using var model = new Stack(2, Plans.Of("all-linear", Rank2, Stack.Members));
        model.blocks[1].@out.Dispose();
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("'blocks.1.out'", error.Message, StringComparison.Ordinal);
        Assert.Contains("disposed", error.Message, StringComparison.Ordinal);
        Assert.Null(AdapterDispatch.Find(model.blocks[0].@out));
        Assert.True(model.head.weight.requires_grad);
        Assert.DoesNotContain(model.named_modules(), static m => m.name.Contains("adapters", StringComparison.Ordinal));
    }

    [Fact]
    public void A_malformed_pattern_is_quoted()
    {
        using var model = new Stack(1, Plans.Of("fc1||out", Rank2, Stack.Members));
        Assert.Contains("\"fc1||out\"", Assert.Throws<AdapterException>(() => AdapterSet.Attach(model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_named_adapters_of_the_model_s_own_is_refused()
    {
        using var model = new Stack(1, Plans.Of("out", Rank2, Stack.Members));
        model.blocks[0].register_module("adapters", nn.ReLU());
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("Block has a child module named 'adapters'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_layer_reached_by_two_paths_gets_one_adapter()
    {
        using var model = new Tied(Plans.Of("all-linear", Rank2, "first", "second"));
        using var set = AdapterSet.Attach(model);
        Assert.Equal("first", Assert.Single(set.Adapters).LayerPath);
    }

    [Fact]
    public void Adapters_follow_the_model_to_another_type()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Rank2 with { Init = LoraInit.PiSSA }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.add_(0.25);
        }
        using var x = randn(5, 8);
        using var before = model.forward(x).detach();
        model.to(ScalarType.Float64);
        Assert.All(set.Parameters, static p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.All(set.Parameters, static p => Assert.True(p.requires_grad));
        using var y = model.forward(x.to_type(ScalarType.Float64));
        Near.Equal(before, y, 1e-5);
        y.sum().backward();
        Assert.All(set.Parameters, static p => Assert.NotNull(p.grad));
        using (set.Disable())
        using (var off = model.forward(x.to_type(ScalarType.Float64)))
            Near.Different(y.detach(), off.detach());
    }

    [Fact]
    public void An_embedding_s_adapter_follows_too()
    {
        using var model = new OneLayer(nn.Embedding(7, 4), Rank2);
        using var set = AdapterSet.Attach(model);
        model.to(ScalarType.Float64);
        Assert.All(set.Parameters, static p => Assert.Equal(ScalarType.Float64, p.dtype));
        using var y = model.forward(tensor(new long[] { 1, 2 }));
        y.sum().backward();
        Assert.NotNull(set.Parameters[0].grad);
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void Adapters_have_the_layer_s_type(ScalarType type)
    {
        using var model = new OneLayer(nn.Linear(8, 8, dtype: type), Rank2);
        using var set = AdapterSet.Attach(model);
        Assert.All(set.Parameters, p => Assert.Equal(type, p.dtype));
    }

    [Fact]
    public void Adapters_made_inside_a_dispose_scope_outlive_it()
    {
        using var model = new ToyEmb(Plans.Of("embed_tokens|lin", Rank2, ToyEmb.Members));
        AdapterSet set;
        using (NewDisposeScope())
        {
            set = AdapterSet.Attach(model);
            set.Merge();
        }
        set.Unmerge();
        Assert.All(set.Parameters, static p => Assert.False(p.IsInvalid));
        using var y = model.forward(tensor(new long[] { 1, 2 }));
        set.Dispose();
    }

    [Fact]
    public void Biases_are_trained_as_the_attribute_says()
    {
        using var all = new Stack(1, Plans.Of("fc1", Rank2 with { Bias = TrainedBias.All }, Stack.Members));
        using var allSet = AdapterSet.Attach(all);
        Assert.Equal(2 + all.named_parameters().Count(static p => p.name.EndsWith("bias", StringComparison.Ordinal)), allSet.Parameters.Count);
        Assert.True(all.head.bias!.requires_grad);

        using var own = new Stack(1, Plans.Of("fc1", Rank2 with { Bias = TrainedBias.LoraOnly }, Stack.Members));
        using var ownSet = AdapterSet.Attach(own);
        Assert.Equal(3, ownSet.Parameters.Count);
        Assert.False(own.head.bias!.requires_grad);
    }

    private sealed class Tied : nn.Module<Tensor, Tensor>, IAdapterHost
    {
        private readonly Linear first = nn.Linear(4, 4);
        private readonly Linear second;
        private readonly AdapterPlan plan;

        public Tied(AdapterPlan plan)
            : base(nameof(Tied))
        {
            this.plan = plan;
            second = first;
            RegisterComponents();
        }

        public IReadOnlyList<AdapterPlan> GetAdapterPlans() => [plan];

        public override Tensor forward(Tensor x) => Dispatch.Forward(second, Dispatch.Forward(first, x));
    }
}
