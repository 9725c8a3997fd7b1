using CharGptSample.Training;

namespace CharGptSample.Tests.Model;

public class TrainingPlanTests
{
    private static readonly TrainingPlan Plan = new(Steps: 110, Batch: 1, LearningRate: 2, Warmup: 10, Seed: 0);

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(9, 2)]
    [InlineData(10, 2)]
    [InlineData(60, 1.05)]
    [InlineData(110, 0.1)]
    public void The_learning_rate_rises_and_falls_off_as_a_cosine(int step, double expected)
    {
        Assert.Equal(expected, Plan.LearningRateAt(step), 9);
    }
}
