using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.Lora;

/// <summary>The gradient of B beside a frozen A, projected before a step.</summary>
public sealed class GradientProjectionTests
{
    // PEFT's optimizer adds eps before it corrects the bias of the mean of squares, and decays after its step instead of before:
    // the first is said by another eps at each step, the second is below the tolerance.
    [Fact]
    public void Four_steps_are_those_of_PEFT_s_optimizer()
    {
        using var golden = new GoldenCase("lora_fa");
        using var folder = new TemporaryFolder();
        golden.WriteCheckpoint(folder.Path, "init.");
        var settings = golden.Json.GetProperty("optimizer");
        var (model, _) = golden.CreateModel(static o => o with { FreezeA = true, ProjectGradient = true });
        using var set = AdapterSet.LoadPretrained(model, folder.Path);
        using var optimizer = set.AdamW(settings.GetProperty("lr").GetDouble(), weightDecay: settings.GetProperty("weight_decay").GetDouble());
        GoldenSteps.Run(golden, model, set, optimizer, step =>
        {
            foreach (var group in optimizer.ParamGroups.Cast<AdamW.ParamGroup>())
                group.Options.eps = settings.GetProperty("eps").GetDouble() / Math.Sqrt(1 - Math.Pow(0.999, step));
        });
    }

    [Theory]
    [InlineData("linear", 3.0)]
    [InlineData("linear", 0.25)]
    [InlineData("conv", 3.0)]
    public void A_step_moves_the_weight_along_its_gradient_in_the_rows_of_A(string kind, double alpha)
    {
        var options = new LoraOptions { Rank = 2, Alpha = alpha, FreezeA = true, ProjectGradient = true };
        nn.Module<Tensor, Tensor> layer = kind == "linear"
            ? nn.Linear(6, 4, dtype: ScalarType.Float64)
            : nn.Conv2d(3, 4, 3, padding: 1, dtype: ScalarType.Float64);
        using var x = kind == "linear" ? randn(5, 6, ScalarType.Float64) : randn(2, 3, 4, 4, ScalarType.Float64);
        var weight = layer.get_parameter("weight");
        layer.forward(x).sin().sum().backward();
        using var gradient = weight!.grad!.flatten(1);

        using var model = new OneLayer(layer, options);
        using var set = AdapterSet.Attach(model);
        var (factor, _) = ((LoraAdapter)set.Adapters[0]).FactorPair();
        using var optimizer = optim.SGD(set.Parameters, 0.5);
        model.forward(x).sin().sum().backward();
        set.Step(optimizer);

        using var a = factor.detach().flatten(1);
        using var projection = a.t().mm(linalg.inv(a.mm(a.t()))).mm(a);
        Near.Equal(gradient.mm(projection) * -0.5, set.Adapters[0].Delta().flatten(1), 1e-6);
    }

    [Fact]
    public void Each_group_of_a_convolution_has_its_own()
    {
        var layer = nn.Conv2d(4, 6, 3, padding: 1, groups: 2, dtype: ScalarType.Float64);
        using var model = new OneLayer(layer, new LoraOptions { Rank = 4, FreezeA = true, ProjectGradient = true });
        using var set = AdapterSet.Attach(model);
        var (a, b) = ((LoraAdapter)set.Adapters[0]).FactorPair();
        using var x = randn(2, 4, 5, 5, ScalarType.Float64);
        model.forward(x).sin().sum().backward();
        using var gradient = b.grad!.clone();
        using var optimizer = optim.SGD(set.Parameters, 0.0);
        set.Step(optimizer);
        for (var group = 0; group < 2; group++)
        {
            using var rows = a.detach().narrow(0, 2 * group, 2).flatten(1);
            using var inverse = linalg.inv(rows.mm(rows.t()));
            using var expected = gradient.narrow(0, 3 * group, 3).flatten(1).mm(inverse) / 4.0;
            Near.Equal(expected, b.grad!.narrow(0, 3 * group, 3).flatten(1), 1e-6);
        }
    }

    [Fact]
    public void Without_a_gradient_nothing_happens_and_no_tensor_is_left_behind()
    {
        using var model = new OneLayer(nn.Linear(6, 4), new LoraOptions { Rank = 2, FreezeA = true, ProjectGradient = true });
        using var set = AdapterSet.Attach(model);
        using var optimizer = optim.SGD(set.Parameters, 0.5);
        set.Step(optimizer);
        model.forward(randn(5, 6)).sum().backward();
        set.Step(optimizer);
        using var scope = NewDisposeScope();
        set.Step(optimizer);
        Assert.Equal(0, scope.DisposablesCount);
    }
}
