using Declarative.IntegrationTests.Models;
using Declarative.IntegrationTests.Support;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests;

/// <summary>Gradients of every adapter weight, and of the input, by central differences in float64.</summary>
public sealed class GradientTests
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-7;

    [Fact]
    public void Of_linear_layers() => Hold(new SpellingsModel(), Given.Values(7, 2, 3, 5));

    [Fact]
    public void Of_one_row() => Hold(new SpellingsModel(), Given.Values(7, 5));

    [Fact]
    public void Of_own_linear_classes() => Hold(new OwnLinearsModel(), Given.Values(7, 2, 3, 5));

    [Fact]
    public void Of_embeddings() => Hold(new EmbeddingModel(), Given.Ids(7, 11, 2, 5));

    [Fact]
    public void Of_one_dimensional_convolutions() => Hold(new Conv1dModel(), Given.Values(7, 2, 3, 9));

    [Fact]
    public void Of_two_dimensional_convolutions() => Hold(new Conv2dModel(), Given.Values(7, 2, 3, 9, 8));

    [Fact]
    public void Of_layers_in_nested_sequentials() => Hold(new NestedSequentialModel(), Given.Values(7, 3, 5));

    [Fact]
    public void Of_a_rank_stabilised_adapter() => Hold(new RankStabilizedModel(), Given.Values(7, 3, 6));

    private static void Hold(Module<Tensor, Tensor> created, Tensor input)
    {
        using var scope = NewDisposeScope();
        using var x = input;
        using var model = Given.Filled(created.to(float64));
        using var adapters = AdapterSet.Attach(model);
        Given.FillAdapters(adapters);
        var checkedTensors = adapters.Parameters.Select((parameter, index) => (Name: $"parameter {index}", Tensor: (Tensor)parameter)).ToList();
        if (x.is_floating_point())
        {
            x.requires_grad_(true);
            checkedTensors.Add(("input", x));
        }

        Loss(model, x).backward();
        foreach (var (name, tensor) in checkedTensors)
            Numbers.Near(Differences(model, x, tensor), Numbers.Of(tensor.grad!), Tolerance, "gradient of " + name);
    }

    private static double[] Differences(Module<Tensor, Tensor> model, Tensor x, Tensor tensor)
    {
        using var off = no_grad();
        var values = Numbers.Of(tensor);
        var gradient = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            gradient[i] = (LossWith(i, Step) - LossWith(i, -Step)) / (2 * Step);
        Write(values);
        return gradient;

        double LossWith(int index, double change)
        {
            using var inner = NewDisposeScope();
            var changed = (double[])values.Clone();
            changed[index] += change;
            Write(changed);
            return Loss(model, x).item<double>();
        }

        void Write(double[] entries)
        {
            using var source = torch.tensor(entries, tensor.shape);
            tensor.copy_(source);
        }
    }

    private static Tensor Loss(Module<Tensor, Tensor> model, Tensor x)
    {
        var y = model.forward(x);
        return (y * y).mean();
    }
}
