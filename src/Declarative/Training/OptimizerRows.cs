namespace Declarative;

/// <summary>Takes out of an optimizer's own tensors what was taken out of its parameters.</summary>
internal static class OptimizerRows
{
    /// <summary>Whether it is known what the optimizer keeps for each parameter: not of one that an application brings.</summary>
    public static bool CanSelect(optim.Optimizer optimizer) =>
        optimizer is AdamW or SGD || (optimizer is OptimizerHelper && optimizer.GetType().Assembly == typeof(OptimizerHelper).Assembly);

    /// <summary>
    /// AdamW and SGD keep what they know of the rows that are left; what another optimizer knows of these parameters starts
    /// anew.
    /// </summary>
    /// <param name="optimizer">One that <see cref="CanSelect"/>; its parameters are smaller already.</param>
    /// <param name="selections">What is left of them.</param>
    public static void Select(OptimizerHelper optimizer, IReadOnlyList<RowSelection> selections)
    {
        var selected = selections.ToDictionary(static s => s.Parameter.Handle);
        var all = optimizer.state_dict();
        var groups = optimizer.ParamGroups.Cast<ParamGroup>().ToList();
        for (var g = 0; g < groups.Count; g++)
        {
            foreach (var (parameter, state) in groups[g].Parameters.Zip(all.StateIndexRef[g]))
            {
                if (selected.TryGetValue(parameter.Handle, out var selection))
                    Select(all.State[state], all.Options[g], selection);
            }
        }
    }

    private static void Select(OptimizerState state, OptimizerOptions options, RowSelection selection)
    {
        switch (state)
        {
            case AdamW.State adam:
                Apply(selection, adam.exp_avg, adam.exp_avg_sq, adam.max_exp_avg_sq);
                break;
            case SGD.State sgd:
                Apply(selection, sgd.momentum_buffer);
                break;
            default:
                state.Initialize(options);
                break;
        }
    }

    private static void Apply(RowSelection selection, params Tensor?[] tensors)
    {
        foreach (var tensor in tensors.OfType<Tensor>())
            selection.Apply(tensor);
    }
}
