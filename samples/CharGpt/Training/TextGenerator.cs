using CharGptSample.Data;
using CharGptSample.Model;
using static TorchSharp.torch;

namespace CharGptSample.Training;

/// <summary>Lets a model write on from a prompt, one character at a time.</summary>
public sealed class TextGenerator(CharGpt model, Device device)
{
    /// <summary>Below 1 the likely characters become likelier still.</summary>
    public const double Temperature = 0.7;

    /// <summary>What the model writes after <paramref name="prompt"/>; the same for the same seed.</summary>
    public string Continue(string prompt, int characters, int seed, CancellationToken cancellation)
    {
        var wasTraining = model.training;
        model.eval();
        using var noGradients = no_grad();
        var random = new Random(seed);
        var tokens = new List<byte>(Vocabulary.Encode(prompt));
        for (var i = 0; i < characters; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            tokens.Add(Sample(Logits(tokens), random));
        }
        model.train(wasTraining);
        return Vocabulary.Decode([.. tokens[prompt.Length..]]);
    }

    private float[] Logits(List<byte> tokens)
    {
        using var scope = NewDisposeScope();
        var seen = tokens.TakeLast(model.Config.Context).Select(token => (long)token).ToArray();
        var logits = model.forward(tensor(seen, [1, seen.Length], device: device));
        return [.. logits[0, seen.Length - 1].cpu().data<float>()];
    }

    private static byte Sample(float[] logits, Random random)
    {
        var highest = logits.Max();
        var weights = logits.Select(logit => Math.Exp((logit - highest) / Temperature)).ToArray();
        var left = random.NextDouble() * weights.Sum();
        for (var token = 0; token < weights.Length; token++)
            if ((left -= weights[token]) <= 0)
                return (byte)token;
        return (byte)(weights.Length - 1);
    }
}
