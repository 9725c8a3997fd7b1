using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.VeRA;

/// <summary>The random matrices: whose numbers they have, that there is one pair, and where it is.</summary>
[Collection(SeededCollection.Name)]
public sealed class ProjectionTests
{
    private static readonly VeRAOptions Options = new() { Rank = 4, SharedSeed = 42 };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2026)]
    [InlineData(123456789)]
    public void The_matrices_of_a_seed_are_those_of_PEFT_to_the_bit(long seed)
    {
        using var golden = new GoldenCase("vera_prng");
        using var made = VeRAProjection.FromSeed(seed, 5, 8, 9);
        Near.Same(golden[$"A.{seed}"], made.A);
        Near.Same(golden[$"B.{seed}"], made.B);
    }

    [Fact]
    public void The_lowest_32_bits_of_a_seed_count()
    {
        using var made = VeRAProjection.FromSeed(7, 3, 5, 4);
        using var wide = VeRAProjection.FromSeed(7 + (1L << 32), 3, 5, 4);
        using var negative = VeRAProjection.FromSeed(-1, 3, 5, 4);
        using var positive = VeRAProjection.FromSeed(uint.MaxValue, 3, 5, 4);
        Assert.True(made.HasNumbersOf(wide));
        Assert.True(negative.HasNumbersOf(positive));
        Assert.False(made.HasNumbersOf(negative));
    }

    [Fact]
    public void The_global_random_numbers_go_on_as_if_there_were_none()
    {
        manual_seed(5);
        using var expected = randn(8);
        manual_seed(5);
        using var model = new Stack(2, Plans.Of("all-linear", Options, Stack.Members));
        manual_seed(5);
        using var set = AdapterSet.Attach(model);
        using var actual = randn(8);
        Near.Same(expected, actual);
    }

    [Fact]
    public void Layers_and_attributes_of_one_seed_and_rank_share_one_pair()
    {
        using var model = new Stack(
            3, Plans.Of("a", "fc1|out", "", Options, Stack.Members), Plans.Of("b", "fc2", "", Options with { DInitial = 0.5 }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        var session = Assert.IsType<VeRASession>(Assert.Single(set.Sessions));
        Assert.Equal(9, set.Adapters.Count);
        using var a = ((VeRAAdapter)set.Adapters[0]).SharedA();
        using var b = ((VeRAAdapter)set.Adapters[0]).SharedB();
        foreach (var adapter in set.Adapters.Cast<VeRAAdapter>())
        {
            Assert.Same(session, adapter.Session);
            using var own = adapter.SharedA();
            Assert.Equal([4, adapter.BaseLayer.get_parameter("weight")!.size(1)], own.shape);
            Assert.Equal([16, 1], own.stride());
        }
        Assert.Equal((4 * 16) + (16 * 4), session.FrozenParameters);
        Assert.False(a.requires_grad || b.requires_grad);

        // No copy of them in the model, whose state has two vectors for each adapter.
        Assert.DoesNotContain(model.state_dict().Values, static t => t.shape.SequenceEqual([4L, 16L]) || t.shape.SequenceEqual([16L, 4L]));
        Assert.Equal(18, model.state_dict().Keys.Count(static k => k.Contains("vera_", StringComparison.Ordinal)));
        Assert.Equal(9 * 2, set.Parameters.Count);
    }

    [Fact]
    public void Another_seed_or_rank_has_a_pair_of_its_own()
    {
        using var model = new Stack(
            1,
            Plans.Of("a", "fc1", "", Options, Stack.Members),
            Plans.Of("b", "fc2", "", Options with { SharedSeed = 43 }, Stack.Members),
            Plans.Of("c", "out", "", Options with { Rank = 5 }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Assert.Equal(3, set.Sessions.Count);
        Assert.Equal([(4 * 8) + (16 * 4), (4 * 16) + (8 * 4), (5 * 8) + (8 * 5)], set.Sessions.Select(static s => s.FrozenParameters));
    }

    [Fact]
    public void The_pair_follows_the_adapters_to_another_element_type_and_loses_nothing_on_the_way_back()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Options, Stack.Members));
        using var set = AdapterSet.Attach(model);
        var adapter = (VeRAAdapter)set.Adapters[0];
        using var before = adapter.SharedA();
        using var kept = before.clone();
        foreach (var type in new[] { ScalarType.Float64, ScalarType.BFloat16, ScalarType.Float32 })
        {
            model.to(type);
            using var a = adapter.SharedA();
            Assert.Equal(type, a.dtype);
            using var expected = kept.to_type(type);
            Near.Same(expected, a);
        }
    }

    [Fact]
    public void Layers_of_two_element_types_are_refused_and_nothing_is_changed()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Options, Stack.Members));
        model.blocks[0].@out.to(ScalarType.Float64);
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("'blocks.0.net.fc1' is Float32 on cpu and 'blocks.0.out' is Float64 on cpu", error.Message, StringComparison.Ordinal);
        Assert.Contains("another SharedSeed", error.Message, StringComparison.Ordinal);
        state.AssertSame(model);
    }

    [Fact]
    public void Layers_that_part_later_are_refused_at_the_next_call()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Options, Stack.Members));
        using var set = AdapterSet.Attach(model);
        set.Adapters[^1].to(ScalarType.Float64);
        using var own = ((VeRAAdapter)set.Adapters[0]).SharedA();
        Assert.Throws<AdapterException>(() => ((VeRAAdapter)set.Adapters[^1]).SharedA());
    }

    [Fact]
    public void Calls_from_several_threads_after_a_move_agree()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Options, Stack.Members));
        using var set = AdapterSet.Attach(model);
        model.eval();
        for (var round = 0; round < 20; round++)
        {
            var type = round % 2 == 0 ? ScalarType.Float64 : ScalarType.Float32;
            model.to(type);
            Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            {
                using var noGrad = no_grad();
                using var scope = NewDisposeScope();
                Assert.Equal(type, model.forward(ones([2, 8], type)).dtype);
            });
        }
    }

    [CudaFact]
    public void The_pair_is_where_the_layers_are_and_follows_them()
    {
        using var model = new Stack(1, Plans.Of("all-linear", Options, Stack.Members));
        using var x = randn(4, 8);
        using var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.add_(0.25);
        }
        using var before = model.forward(x).detach();
        model.to(CUDA);
        Near.Equal(before, model.forward(x.to(CUDA)).cpu(), 1e-4);
        using (var a = ((VeRAAdapter)set.Adapters[0]).SharedA())
            Assert.Equal(DeviceType.CUDA, a.device_type);
        model.to(CPU);
        Near.Equal(before, model.forward(x), 1e-5);
    }
}
