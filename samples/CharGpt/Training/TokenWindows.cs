using static TorchSharp.torch;

namespace CharGptSample.Training;

/// <summary>Windows of text as a batch: each target is the character after its input.</summary>
/// <param name="Inputs">[batch, time], int64.</param>
/// <param name="Targets">[batch, time], int64.</param>
public sealed record TokenWindows(Tensor Inputs, Tensor Targets) : IDisposable
{
    /// <summary><paramref name="count"/> windows from anywhere in <paramref name="tokens"/>.</summary>
    public static TokenWindows Random(byte[] tokens, int count, int length, Random random, Device device) =>
        At(tokens, [.. Enumerable.Range(0, count).Select(_ => random.Next(tokens.Length - length))], length, device);

    /// <summary>The windows that start at <paramref name="starts"/>.</summary>
    public static TokenWindows At(byte[] tokens, int[] starts, int length, Device device)
    {
        var inputs = new long[starts.Length * length];
        var targets = new long[starts.Length * length];
        for (var i = 0; i < inputs.Length; i++)
        {
            var position = starts[i / length] + i % length;
            inputs[i] = tokens[position];
            targets[i] = tokens[position + 1];
        }
        return new(tensor(inputs, [starts.Length, length], device: device),
            tensor(targets, [starts.Length, length], device: device));
    }

    public void Dispose()
    {
        Inputs.Dispose();
        Targets.Dispose();
    }
}
