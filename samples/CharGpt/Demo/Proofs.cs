using System.Runtime.InteropServices;
using CharGptSample.Model;
using Declarative;
using static TorchSharp.torch;

namespace CharGptSample.Demo;

/// <summary>What must hold of trained adapters, as measured.</summary>
/// <param name="Effect">The largest difference that the adapters make to a logit: not nothing.</param>
/// <param name="Merged">The largest difference between merged and unmerged logits.</param>
/// <param name="DisabledIsBase">Whether the logits with the adapters disabled are the base model's, bit for bit.</param>
/// <param name="Reloaded">The largest difference to the logits of a fresh model that loaded the saved files.</param>
/// <param name="MostReloaded">How large that may be: 0, but where a method's files leave out what is zero.</param>
public sealed record Proofs(double Effect, double Merged, bool DisabledIsBase, double Reloaded, double MostReloaded = 0)
{
    /// <summary>How far merging may move a logit: rounding, in float32.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>Whether all of it holds.</summary>
    public bool Hold => Effect > Tolerance && Merged <= Tolerance && DisabledIsBase && ReloadsEqually;

    /// <summary>Whether the saved files give the same adapter.</summary>
    public bool ReloadsEqually => Reloaded <= MostReloaded;

    /// <summary>A difference as it is printed.</summary>
    public static string Text(double difference) => difference == 0 ? "0" : $"{difference:0.0e+0}";

    /// <summary>The logits of <paramref name="model"/> for <paramref name="probe"/>, on the CPU.</summary>
    public static float[] Logits(CharGpt model, Tensor probe)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        return [.. model.forward(probe).cpu().data<float>()];
    }

    /// <summary>The logits with the adapters disabled.</summary>
    public static float[] Disabled(CharGpt model, AdapterSet adapters, Tensor probe)
    {
        using (adapters.Disable())
            return Logits(model, probe);
    }

    /// <summary>Measures, and leaves everything as it found it.</summary>
    public static Proofs Of(CharGpt model, AdapterSet adapters, Tensor probe, float[] baseLogits, CharGpt reloaded, double mostReloaded)
    {
        var adapted = Logits(model, probe);

        adapters.Merge();
        var merged = Logits(model, probe);
        adapters.Unmerge();

        var disabled = Disabled(model, adapters, probe);
        return new Proofs(
            Furthest(adapted, baseLogits),
            Furthest(adapted, merged),
            MemoryMarshal.AsBytes(disabled.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(baseLogits.AsSpan())),
            Furthest(adapted, Logits(reloaded, probe)),
            mostReloaded);
    }

    private static double Furthest(float[] left, float[] right) =>
        left.Zip(right, (one, other) => (double)Math.Abs(one - other)).Max();
}
