#nullable disable

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Base class of the schedules: each step sets the learning rates of an optimizer's groups.</summary>
            public abstract class LRScheduler
            {
                /// <summary>How many steps there were, the one of the constructor included.</summary>
                protected int _step_count;

                internal Optimizer _optimizer;
                internal int _last_epoch = -1;
                internal bool _verbose;
                internal IList<double> _last_lrs;
                internal IList<double> _base_lrs;

                /// <summary>Creates a schedule without an optimizer.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>Creates a schedule; the rates that it starts from are the groups' initial ones.</summary>
                /// <param name="optimizer">The optimizer.</param>
                /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
                /// <param name="verbose">Whether changes are written to the console.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _verbose = verbose;
                    _base_lrs = optimizer.ParamGroups.Select(group => group.InitialLearningRate).ToList();
                    _last_lrs = optimizer.ParamGroups.Select(group => group.LearningRate).ToList();
                }

                /// <summary>Goes to the next step.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to a step.</summary>
                /// <param name="epoch">The step's number, or null for the next.</param>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;

                    // Some schedules compute a rate from the one before: ask once only.
                    var rates = (epoch is null ? get_lr() : get_closed_form_lr()).ToList();
                    var groups = _optimizer.ParamGroups.ToList();
                    for (var i = 0; i < _base_lrs.Count; i++)
                    {
                        groups[i].LearningRate = rates[i];
                        if (_verbose && _last_lrs[i] != rates[i]) Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                        _last_lrs[i] = rates[i];
                    }
                }

                /// <summary>Goes to a step.</summary>
                /// <param name="current">Without effect.</param>
                /// <param name="epoch">The step's number, or null for the next.</param>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates of the last step.</summary>
                public IEnumerable<double> get_last_lr() => _last_lrs;

                /// <summary>The rates of the step that was just begun, from those before it.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates(rate => rate);

                /// <summary>The rates of the step that was just begun, from its number alone.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> Rates(Func<double, double> next) =>
                    _optimizer.ParamGroups.Select(group => next(group.LearningRate));
            }
        }
    }
}
