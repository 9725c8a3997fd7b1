using Declarative;

namespace CharGptSample.Model;

/// <summary>The base model's file: its <c>state_dict</c> as safetensors.</summary>
public static class BaseCheckpoint
{
    private const string StepKey = "step";

    /// <summary>The checkpoint that comes with the program.</summary>
    public static string Committed => Path.Combine(AppContext.BaseDirectory, "base.safetensors");

    /// <summary>Writes <paramref name="model"/> as it is after <paramref name="step"/> steps; the old file stays whole until the new one is.</summary>
    public static void Save(CharGpt model, string path, int step) =>
        Safetensors.Save(path, model.state_dict(), new Dictionary<string, string> { [StepKey] = $"{step}" });

    /// <summary>Loads <paramref name="path"/> into <paramref name="model"/>; gives the steps it was trained for.</summary>
    /// <exception cref="SampleException">There is no such file, or it is a checkpoint of another model.</exception>
    public static int Load(CharGpt model, string path)
    {
        if (!File.Exists(path))
            throw new SampleException($"There is no checkpoint at {path}; './build.sh pretrain' makes one.");

        var weights = Safetensors.Load(path, out var metadata);
        try
        {
            RequireSameShapes(model, weights, path);
            model.load_state_dict(weights);
        }
        finally
        {
            foreach (var weight in weights.Values)
                weight.Dispose();
        }
        return metadata.TryGetValue(StepKey, out var step) ? int.Parse(step) : 0;
    }

    /// <summary>Checked here because loading a smaller tensor would repeat it silently.</summary>
    private static void RequireSameShapes(CharGpt model, Dictionary<string, TorchSharp.torch.Tensor> weights, string path)
    {
        var expected = model.state_dict();
        var faults = expected.Keys.Union(weights.Keys).Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Expected: Shape(expected, name), Found: Shape(weights, name)))
            .Where(weight => weight.Expected != weight.Found)
            .Select(weight => $"  {weight.Name}: {weight.Expected} in the model, {weight.Found} in the file").ToList();
        if (faults.Count > 0)
            throw new SampleException($"{path} is a checkpoint of another model:\n{string.Join('\n', faults)}");
    }

    private static string Shape(Dictionary<string, TorchSharp.torch.Tensor> weights, string name) =>
        weights.TryGetValue(name, out var weight) ? $"[{string.Join(", ", weight.shape)}]" : "absent";
}
