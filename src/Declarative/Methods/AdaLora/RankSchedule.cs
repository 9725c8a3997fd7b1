namespace Declarative;

/// <summary>
/// How many directions all layers together have at a step, counted from 0: all of them up to <c>initialSteps</c>, then less by
/// the cube of the steps that are left to the final allocation, and from there on the target.
/// </summary>
/// <param name="initialBudget">The directions at the start.</param>
/// <param name="targetBudget">The directions at the end.</param>
/// <param name="options">The steps.</param>
internal sealed class RankSchedule(int initialBudget, int targetBudget, AdaLoraOptions options)
{
    /// <summary>The step of the final allocation.</summary>
    public long FinalStep { get; } = (long)options.TotalSteps - options.FinalSteps;

    public int Budget(long step)
    {
        if (step <= options.InitialSteps)
            return initialBudget;
        if (step >= FinalStep)
            return targetBudget;
        var left = 1 - ((step - options.InitialSteps) / (double)(FinalStep - options.InitialSteps));
        return (int)(((initialBudget - targetBudget) * Math.Pow(left, 3)) + targetBudget);
    }

    /// <summary>Whether directions are chosen at the step.</summary>
    public bool Allocates(long step) =>
        step == FinalStep || (step > options.InitialSteps && step < FinalStep && step % options.Interval == 0);
}
