using CharGptSample.Model;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CharGptSample.Training;

/// <summary>How badly a model foresees the next character, in nats.</summary>
public static class NextCharacterLoss
{
    private const int HeldOutWindows = 128;
    private const int WindowsAtOnce = 32;

    /// <summary>The mean cross-entropy of a batch, a scalar to call <c>backward</c> on.</summary>
    public static Tensor Of(CharGpt model, TokenWindows batch)
    {
        using var scope = NewDisposeScope();
        var logits = model.forward(batch.Inputs);
        return functional.cross_entropy(logits.view(-1, model.Config.Vocabulary), batch.Targets.view(-1))
            .MoveToOuterDisposeScope();
    }

    /// <summary>The mean over windows spread evenly over <paramref name="tokens"/>: the same ones every time.</summary>
    public static double Mean(CharGpt model, byte[] tokens, Device device, CancellationToken cancellation)
    {
        var length = model.Config.Context;
        var windows = Math.Clamp(tokens.Length / length, 1, HeldOutWindows);
        var starts = Enumerable.Range(0, windows)
            .Select(window => (int)((long)window * (tokens.Length - length - 1) / Math.Max(1, windows - 1))).ToArray();

        var wasTraining = model.training;
        model.eval();
        using var noGradients = no_grad();
        var sum = 0.0;
        foreach (var some in starts.Chunk(WindowsAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var batch = TokenWindows.At(tokens, some, length, device);
            sum += Of(model, batch).item<float>() * some.Length;
        }
        model.train(wasTraining);
        return sum / starts.Length;
    }
}
