namespace Declarative;

/// <summary>The error of training while adapters are merged.</summary>
internal static class MergedTraining
{
    public static AdapterException Error(string adapterName) => new(
        $"The adapters '{adapterName}' are merged into the model's weights, so training would change nothing. "
        + "Call Unmerge() first; merged adapters are for evaluation (eval()).");
}
