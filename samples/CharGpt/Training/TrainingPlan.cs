namespace CharGptSample.Training;

/// <summary>How a model is trained: AdamW on random windows, with a learning rate that warms up and falls off as a cosine.</summary>
/// <param name="Steps">Optimizer steps in all.</param>
/// <param name="Batch">Windows in a step.</param>
/// <param name="LearningRate">The highest learning rate.</param>
/// <param name="Warmup">Steps in which the learning rate rises from zero.</param>
/// <param name="Seed">Decides the windows.</param>
public sealed record TrainingPlan(int Steps, int Batch, double LearningRate, int Warmup, int Seed)
{
    /// <summary>The learning rate ends at this share of its highest value.</summary>
    public const double FinalShare = 0.05;

    /// <summary>Gradients are scaled down to this norm.</summary>
    public const double GradientNorm = 1.0;

    /// <summary>The learning rate of a step, counted from 0.</summary>
    public double LearningRateAt(int step)
    {
        if (step < Warmup)
            return LearningRate * (step + 1) / Warmup;
        var progress = (double)(step - Warmup) / Math.Max(1, Steps - Warmup);
        return LearningRate * (FinalShare + (1 - FinalShare) * (1 + Math.Cos(Math.PI * progress)) / 2);
    }
}
