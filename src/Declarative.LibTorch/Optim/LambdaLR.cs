#nullable disable

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The initial rate times a function of the step's number.</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly List<Func<int, double>> _factors;

                    /// <summary>Creates a schedule with one function for all groups.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="lr_lambda">The function.</param>
                    /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factors = Enumerable.Repeat(lr_lambda, optimizer.ParamGroups.Count()).ToList();
                        step();
                    }

                    /// <summary>Creates a schedule with a function for each group.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="lr_lambdas">The functions.</param>
                    /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1,
                        bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        _factors = lr_lambdas.ToList();
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => _base_lrs.Select((rate, i) => rate * _factors[i](_last_epoch));
                }
            }
        }
    }
}
