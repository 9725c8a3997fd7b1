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
                /// <summary>The rate times a factor every so many steps.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int _stepSize;
                    private readonly double _gamma;

                    /// <summary>Creates a schedule.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="step_size">How many steps a rate is kept.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _stepSize = step_size;
                        _gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Rates(rate => _last_epoch == 0 || _last_epoch % _stepSize != 0 ? rate : rate * _gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(rate => rate * Math.Pow(_gamma, _last_epoch / _stepSize));
                }
            }
        }
    }
}
