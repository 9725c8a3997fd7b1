using System.Runtime.CompilerServices;

namespace Declarative;

/// <summary>
/// The base parameters that one adapter set holds frozen or trains. A parameter gets its own flag back when the last set
/// that holds it is gone. Kept by module and name, since <c>.to()</c> replaces parameters.
/// </summary>
internal sealed class FrozenParameters
{
    private static readonly object Gate = new();
    private static readonly ConditionalWeakTable<nn.Module, Dictionary<string, Entry>> Held = [];

    private readonly List<(nn.Module Owner, string Name, bool Trained)> held = [];

    /// <summary>Freezes <paramref name="parameter"/> unless another set trains it.</summary>
    public void Freeze(BaseParameter parameter) => Hold(parameter, trained: false);

    /// <summary>Makes <paramref name="parameter"/> trainable.</summary>
    public void Train(BaseParameter parameter) => Hold(parameter, trained: true);

    /// <summary>Whether a set trains <paramref name="parameter"/>.</summary>
    public static bool IsTrained(BaseParameter parameter)
    {
        lock (Gate)
            return Held.TryGetValue(parameter.Owner, out var entries) && entries.TryGetValue(parameter.Name, out var entry) && entry.Trainers > 0;
    }

    /// <summary>Gives every parameter that no other set holds its own flag back; passes over those that are disposed.</summary>
    public void Release()
    {
        lock (Gate)
        {
            foreach (var (owner, name, trained) in held)
            {
                if (!Held.TryGetValue(owner, out var entries) || !entries.TryGetValue(name, out var entry))
                    continue;
                entry.Trainers -= trained ? 1 : 0;
                if (--entry.Holders == 0)
                    entries.Remove(name);
                if (BaseTensor.Find(owner, name) is { } tensor)
                    tensor.requires_grad = entry.Holders == 0 ? entry.RequiredGrad : entry.Trainers > 0;
            }
            held.Clear();
        }
    }

    private void Hold(BaseParameter parameter, bool trained)
    {
        lock (Gate)
        {
            var entries = Held.GetOrCreateValue(parameter.Owner);
            if (!entries.TryGetValue(parameter.Name, out var entry))
                entries.Add(parameter.Name, entry = new Entry(parameter.Parameter.requires_grad));
            entry.Holders++;
            entry.Trainers += trained ? 1 : 0;
            held.Add((parameter.Owner, parameter.Name, trained));
            parameter.Parameter.requires_grad = entry.Trainers > 0;
        }
    }

    private sealed class Entry(bool requiredGrad)
    {
        public bool RequiredGrad { get; } = requiredGrad;

        public int Holders { get; set; }

        public int Trainers { get; set; }
    }
}
