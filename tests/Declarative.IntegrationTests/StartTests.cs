using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests;

/// <summary>How an adapter starts, and which biases train.</summary>
public sealed class StartTests
{
    public static TheoryData<LoraInit> Starts => [LoraInit.KaimingUniform, LoraInit.Gaussian, LoraInit.PiSSA, LoraInit.Orthogonal, LoraInit.OLoRA, LoraInit.Eva];

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_fresh_adapter_leaves_the_output_as_it_was(LoraInit start)
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(Create(start).to(float64));
        var original = BaseModel.Of(model);
        var x = Given.Values(7, 3, 6);
        var baseOutput = model.forward(x);
        using (var adapters = AdapterSet.Attach(model))
        {
            if (start is LoraInit.KaimingUniform or LoraInit.Gaussian or LoraInit.Eva)
                Numbers.Same(baseOutput, model.forward(x), "output at the start");
            else
                Numbers.Near(baseOutput, model.forward(x), 1e-12, "output at the start");

            var lora = (LoraLinear)adapters.Adapters.Single();
            Assert.Contains(Numbers.Of(lora.lora_A.weight), value => value != 0);
            using (adapters.Disable())
                Numbers.Same(baseOutput, model.forward(x), "output of the disabled model");
        }

        original.Is(model);
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_fresh_adapter_learns_from_the_first_step(LoraInit start)
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(Create(start).to(float64));
        using var adapters = AdapterSet.Attach(model);
        model.forward(Given.Values(7, 3, 6)).pow(2).mean().backward();
        var lora = (LoraLinear)adapters.Adapters.Single();
        Assert.Contains(Numbers.Of(lora.lora_B.weight.grad!), value => value != 0);
    }

    [Fact]
    public void An_orthogonal_start_has_two_factors_whose_product_is_zero()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new OrthogonalModel().to(float64));
        using var adapters = AdapterSet.Attach(model);
        var (a, b) = (model.Adapters!.fc.lora_A.weight, model.Adapters.fc.lora_B.weight);
        Assert.Contains(Numbers.Of(b), value => Math.Abs(value) > 1e-6);
        Assert.All(Numbers.Of(matmul(b, a)), value => Assert.True(Math.Abs(value) < 1e-15));
    }

    [Fact]
    public void Pissa_takes_the_principal_part_of_the_weight()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new PissaModel().to(float64));
        using var weight = model.state_dict()["fc.weight"].clone();
        var (u, s, vt) = linalg.svd(weight, fullMatrices: false);
        var principal = matmul(u.slice(1, 0, 2, 1) * s.slice(0, 0, 2, 1), vt.slice(0, 0, 2, 1));
        using var adapters = AdapterSet.Attach(model);
        var lora = model.Adapters!.fc;
        Numbers.Near(principal, 2 * matmul(lora.lora_B.weight, lora.lora_A.weight), 1e-12, "s·B·A");
    }

    [Fact]
    public void Data_that_goes_through_the_generated_calls_starts_A()
    {
        using var scope = NewDisposeScope();
        using var model = Given.Filled(new EvaModel().to(float64));
        var x = Given.Values(7, 40, 6);
        using var adapters = AdapterSet.Attach(model);
        EvaStart.Apply(adapters, model, x.chunk(4));
        var (_, _, directions) = linalg.svd(x, fullMatrices: false);
        var a = model.Adapters!.fc.lora_A.weight;
        Numbers.Near(eye(2, dtype: float64), matmul(a, directions.slice(0, 0, 2, 1).t()).abs(), 1e-10, "A");
    }

    [Fact]
    public void All_biases_train_when_asked()
        => BiasesThatTrain(new BiasAllModel(), "fc1.bias", "fc2.bias");

    [Fact]
    public void Only_adapted_layers_biases_train_when_asked()
        => BiasesThatTrain(new BiasLoraOnlyModel(), "fc1.bias");

    private static void BiasesThatTrain(Module<Tensor, Tensor> model, params string[] expected)
    {
        using var scope = NewDisposeScope();
        using var owner = Given.Filled(model);
        var original = BaseModel.Of(model);
        using (var adapters = AdapterSet.Attach(model))
        {
            Assert.Equal(
                expected,
                model.named_parameters().Where(entry => entry.parameter.requires_grad && !BaseModel.IsAdapterKey(entry.name))
                    .Select(entry => entry.name).Order(StringComparer.Ordinal));
            Assert.Equal(2 + expected.Length, adapters.Parameters.Count);

            using var optimizer = adapters.AdamW(learningRate: 0.1);
            var before = BaseModel.Of(model);
            model.forward(Given.Values(7, float32, 3, 6)).pow(2).mean().backward();
            optimizer.step();
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => before.IsWithin(model));
        }

        original.Is(model);
    }

    private static Module<Tensor, Tensor> Create(LoraInit start) => start switch
    {
        LoraInit.KaimingUniform => new KaimingModel(),
        LoraInit.Gaussian => new GaussianModel(),
        LoraInit.PiSSA => new PissaModel(),
        LoraInit.Orthogonal => new OrthogonalModel(),
        LoraInit.OLoRA => new OloraModel(),
        LoraInit.Eva => new EvaModel(),
        _ => throw new ArgumentOutOfRangeException(nameof(start), start, null),
    };
}
