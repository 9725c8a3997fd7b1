using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim;

namespace Declarative.LibTorch.Tests.Optim;

public class ScheduleTests
{
    private const double Lr = 0.4;

    [Fact]
    public void AFunctionOfTheStep() =>
        Check(o => lr_scheduler.LambdaLR(o, step => 1.0 / (step + 1)), step => Lr / (step + 1));

    [Fact]
    public void AFactorEverySoManySteps() =>
        Check(o => lr_scheduler.StepLR(o, 3, 0.5), step => Lr * Math.Pow(0.5, step / 3), closed: true);

    [Fact]
    public void AStraightLine() =>
        Check(o => lr_scheduler.LinearLR(o, 0.25, 1, 4), step => Lr * (0.25 + 0.75 * Math.Min(step, 4) / 4), closed: true);

    [Fact]
    public void HalfACosine() =>
        Check(o => lr_scheduler.CosineAnnealingLR(o, 8, 0.01),
            step => 0.01 + (Lr - 0.01) * (1 + Math.Cos(Math.PI * step / 8)) / 2, closed: true);

    private static void Check(Func<Optimizer, lr_scheduler.LRScheduler> create, Func<int, double> rate, bool closed = false)
    {
        using var parameter = Parameter(ones(1));
        using var optimizer = SGD([parameter], Lr);
        var schedule = create(optimizer);
        for (var step = 0; step < 20; step++)
        {
            Assert.Equal(rate(step), optimizer.ParamGroups.Single().LearningRate, 1e-12);
            Assert.Equal(rate(step), schedule.get_last_lr().Single(), 1e-12);
            schedule.step();
        }
        Assert.Equal(Lr, optimizer.ParamGroups.Single().InitialLearningRate);

        if (!closed) return;
        schedule.step(5);
        Assert.Equal(rate(5), optimizer.ParamGroups.Single().LearningRate, 1e-12);
    }
}
