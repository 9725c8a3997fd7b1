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
                /// <summary>The rate falls from the initial one to the least along half a cosine.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _steps;
                    private readonly double _least;

                    /// <summary>Creates a schedule.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="T_max">How many steps the fall takes.</param>
                    /// <param name="eta_min">The least rate.</param>
                    /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1,
                        bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        _steps = T_max;
                        _least = eta_min;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0) return Rates(rate => rate);

                        // At the turn of a period the recurrence would divide by zero.
                        if ((_last_epoch - 1 - _steps) % (2 * _steps) == 0)
                            return _optimizer.ParamGroups.Select((group, i) =>
                                group.LearningRate + (_base_lrs[i] - _least) * (1 - Math.Cos(Math.PI / _steps)) / 2);

                        var ratio = (1 + Math.Cos(Math.PI * _last_epoch / _steps)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / _steps));
                        return Rates(rate => ratio * (rate - _least) + _least);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(rate => _least + (rate - _least) * (1 + Math.Cos(Math.PI * _last_epoch / _steps)) / 2);
                }
            }
        }
    }
}
