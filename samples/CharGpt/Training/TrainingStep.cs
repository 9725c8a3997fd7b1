namespace CharGptSample.Training;

/// <summary>What there is to say after an optimizer step.</summary>
/// <param name="Step">Steps taken, this one included.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Loss">Cross-entropy of the step's batch, in nats per character.</param>
/// <param name="TokensPerSecond">The rate of the last few steps.</param>
/// <param name="Remaining">The time left at that rate.</param>
public sealed record TrainingStep(int Step, int Steps, double Loss, double TokensPerSecond, TimeSpan Remaining);
