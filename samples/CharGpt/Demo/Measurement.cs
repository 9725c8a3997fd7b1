namespace CharGptSample.Demo;

/// <summary>What a model makes of a domain it is shown.</summary>
/// <param name="Loss">Held-out cross-entropy, in nats per character.</param>
/// <param name="Prompt">What it was given to begin with.</param>
/// <param name="Continuation">What it wrote on.</param>
public sealed record Measurement(double Loss, string Prompt, string Continuation);
