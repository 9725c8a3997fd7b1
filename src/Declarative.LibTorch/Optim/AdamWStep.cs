#nullable disable

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The step of AdamW, as PyTorch computes it: all parameters of a group that are at the same step go through
/// each operator together.
/// </summary>
internal static class AdamWStep
{
    internal static void Validate(double lr, double beta1, double beta2, double eps, double weightDecay)
    {
        if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (eps < 0) throw new ArgumentException($"Invalid ε: {eps}");
        if (beta1 is < 0 or >= 1) throw new ArgumentException($"Invalid beta1: {beta1}");
        if (beta2 is < 0 or >= 1) throw new ArgumentException($"Invalid beta2: {beta2}");
        if (weightDecay < 0) throw new ArgumentException($"Invalid weight_decay value: {weightDecay}");
    }

    /// <summary>The parameters of a group with their gradients and averages, by the number of their step.</summary>
    internal sealed class Batches(bool amsgrad)
    {
        private readonly Dictionary<long, Batch> _batches = [];

        internal void Add(long step, Tensor parameter, Tensor grad, Tensor average, Tensor averageSquare, Tensor maximum)
        {
            if (!_batches.TryGetValue(step, out var batch)) _batches.Add(step, batch = new Batch());
            batch.Parameters.Add(parameter);
            batch.Gradients.Add(grad);
            batch.Averages.Add(average);
            batch.AverageSquares.Add(averageSquare);
            if (amsgrad) batch.Maxima.Add(maximum);
        }

        internal void Apply(double lr, double beta1, double beta2, double eps, double weightDecay, bool maximize)
        {
            foreach (var (step, batch) in _batches)
            {
                Tensor[] parameters = [.. batch.Parameters], gradients = [.. batch.Gradients];
                Tensor[] averages = [.. batch.Averages], squares = [.. batch.AverageSquares];

                var sign = maximize ? -1.0 : 1.0;
                if (weightDecay != 0)
                    ForeachOperators.MultiplyInPlace(parameters, 1 - lr * weightDecay);

                ForeachOperators.MultiplyInPlace(averages, beta1);
                ForeachOperators.AddInPlace(averages, gradients, sign * (1 - beta1));
                ForeachOperators.MultiplyInPlace(squares, beta2);
                ForeachOperators.AddProductInPlace(squares, gradients, gradients, 1 - beta2);

                if (amsgrad)
                {
                    Tensor[] maxima = [.. batch.Maxima];
                    ForeachOperators.MaximumInPlace(maxima, squares);
                    squares = maxima;
                }

                var denominators = ForeachOperators.SquareRoots(squares);
                ForeachOperators.DivideInPlace(denominators, Math.Sqrt(1 - Math.Pow(beta2, step)));
                ForeachOperators.AddInPlace(denominators, eps);
                ForeachOperators.AddQuotientInPlace(parameters, averages, denominators, -lr / (1 - Math.Pow(beta1, step)));
            }
        }

        private sealed class Batch
        {
            internal List<Tensor> Parameters { get; } = [];
            internal List<Tensor> Gradients { get; } = [];
            internal List<Tensor> Averages { get; } = [];
            internal List<Tensor> AverageSquares { get; } = [];
            internal List<Tensor> Maxima { get; } = [];
        }
    }
}
