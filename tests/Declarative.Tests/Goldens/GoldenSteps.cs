using Declarative.Tests.Support;

namespace Declarative.Tests.Goldens;

/// <summary>The four steps of training that some cases recorded.</summary>
internal static class GoldenSteps
{
    /// <summary>Does them, comparing the loss before and the trained tensors after each; <paramref name="before"/> is called before each, from 1.</summary>
    public static void Run(
        GoldenCase golden, nn.Module<Tensor, Tensor> model, AdapterSet set, optim.Optimizer optimizer, Action<int>? before = null)
    {
        var losses = golden.Json.GetProperty("losses").EnumerateArray().Select(static l => l.GetDouble()).ToList();
        for (var step = 1; step <= 4; step++)
        {
            optimizer.zero_grad();
            using var difference = model.forward(golden["input.x"]) - golden["target"];
            using var loss = (difference * difference).mean();
            Assert.Equal(losses[step - 1], loss.item<float>(), losses[step - 1] * 1e-5);
            loss.backward();
            before?.Invoke(step);
            set.Step(optimizer);
            var expected = golden.Under($"step{step}.");
            var trained = GoldenCase.Trainable(set).Where(static t => t.Value.requires_grad).ToDictionary();
            Assert.Equal(expected.Keys.Order(), trained.Keys.Order());
            foreach (var (key, parameter) in trained)
                Near.Equal(expected[key], parameter, 1e-4, $"step {step}, {key}");
        }
    }
}
