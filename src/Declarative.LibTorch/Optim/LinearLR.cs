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
                /// <summary>The initial rate times a factor that goes from one value to another in a straight line.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start;
                    private readonly double _end;
                    private readonly int _steps;

                    /// <summary>Creates a schedule.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="start_factor">The factor at first.</param>
                    /// <param name="end_factor">The factor in the end.</param>
                    /// <param name="total_iters">How many steps it takes to get there.</param>
                    /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5,
                        int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        _start = start_factor;
                        _end = end_factor;
                        _steps = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0) return Rates(rate => rate * _start);
                        if (_last_epoch > _steps) return Rates(rate => rate);
                        var change = _end - _start;
                        return Rates(rate => rate * (1 + change / (_steps * _start + (_last_epoch - 1) * change)));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(rate => rate * (_start + (_end - _start) * Math.Min(_steps, _last_epoch) / _steps));
                }
            }
        }
    }
}
