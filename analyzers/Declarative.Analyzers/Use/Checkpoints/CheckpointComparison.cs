using Declarative.Analyzers.Methods;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares a configuration with the attributes of a model, as loading it would.</summary>
internal static class CheckpointComparison
{
    /// <summary>What the file says differently, the first difference of each sort; what is not known at compile time is not compared.</summary>
    public static IReadOnlyList<string> Compare(CheckpointConfig config, ModelPlans model)
    {
        var methods = model.Layers.Select(static l => AllMethods.Of(l.Plan.Spec)).Distinct().ToList();
        if (methods.Count != 1 || methods[0].Comparison is not { } method)
            return [];
        var type = config.Text("peft_type");
        if (type != method.PeftType)
            return [$"the method is {type ?? "not named"} in the file, {method.PeftType} on {model.Layers[0].Where}"];
        try
        {
            return [.. method.Compare(config, model.Layers), .. CompareTargets(config, model)];
        }
        catch (FormatException e)
        {
            return [e.Message];
        }
    }

    private static IEnumerable<string> CompareTargets(CheckpointConfig config, ModelPlans model)
    {
        if (FileTargets.Read(config) is not { } targets)
            yield break;
        if (model.Layers.FirstOrDefault(l => l.IsSure && targets.Mean(l.Path, l.Layer.IsLinear) == false) is { } missing)
            yield return $"no adapter in the file for {missing.Where}";

        var claimed = new HashSet<string>(model.Layers.Select(static l => l.Path), StringComparer.Ordinal);
        foreach (var layer in model.Reach.Layers)
        {
            var path = PlannedLayer.Sample(layer.Template);
            if (layer.IsCertain
                && model.Layers[0].Plan.Spec.Adapts(layer.Kind)
                && PlannedLayer.IsKnown(layer.Template)
                && !claimed.Contains(path)
                && targets.Mean(path, layer.IsLinear) == true)
            {
                yield return $"an adapter in the file for '{layer.LocalTemplate}' of '{layer.Owner.Name}', which no attribute here gives one";
                yield break;
            }
        }
    }
}
