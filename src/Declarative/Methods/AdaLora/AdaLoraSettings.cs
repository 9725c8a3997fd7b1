namespace Declarative;

/// <summary>Refuses settings of AdaLoRA that cannot be trained with.</summary>
internal static class AdaLoraSettings
{
    public static void Validate(AdaLoraOptions options)
    {
        Require(options.InitialRank >= 1, $"An AdaLoRA initial rank must be at least 1; got {options.InitialRank}.");
        Require(
            options.TargetRank >= 1 && options.TargetRank <= options.InitialRank,
            $"An AdaLoRA target rank must be from 1 to the initial rank, {options.InitialRank}; got {options.TargetRank}.");
        Require(options.Alpha is > 0 and < double.PositiveInfinity, $"An AdaLoRA alpha must be above 0; got {options.Alpha}.");
        Require(options.Dropout is >= 0 and < 1, $"An AdaLoRA dropout must be at least 0 and below 1; got {options.Dropout}.");
        Require(
            options.Beta1 is > 0 and < 1 && options.Beta2 is > 0 and < 1,
            $"AdaLoRA's decays must be above 0 and below 1; got Beta1 = {options.Beta1} and Beta2 = {options.Beta2}.");
        Require(
            options.OrthogonalityWeight is >= 0 and < double.PositiveInfinity,
            $"The weight of AdaLoRA's orthogonality loss must be at least 0; got {options.OrthogonalityWeight}.");
        Require(options.Interval >= 1, $"The steps between two allocations of AdaLoRA must be at least 1; got Interval = {options.Interval}.");
        Require(
            options.InitialSteps >= 0 && options.FinalSteps >= 0,
            $"AdaLoRA's steps cannot be below 0; got InitialSteps = {options.InitialSteps} and FinalSteps = {options.FinalSteps}.");
        Require(
            options.TotalSteps > (long)options.InitialSteps + options.FinalSteps,
            $"AdaLoRA prunes between the first {options.InitialSteps} and the last {options.FinalSteps} steps, and {options.TotalSteps} steps have none between. Set TotalSteps to the steps of the whole training.");
    }

    private static void Require(bool holds, FormattableString message)
    {
        if (!holds)
            throw new AdapterException(FormattableString.Invariant(message));
    }
}
