#nullable disable

using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter).</summary>
public class AdamW : OptimizerHelper, IBetas
{
    /// <summary>Creates an optimizer of one group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The decay rate of the average of the gradient.</param>
    /// <param name="beta2">The decay rate of the average of its square.</param>
    /// <param name="eps">What is added to the denominator.</param>
    /// <param name="weight_decay">How much of a parameter each step takes away, times the learning rate.</param>
    /// <param name="amsgrad">Whether the largest average of the square so far is used.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
        double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>Creates an optimizer.</summary>
    /// <param name="parameters">The groups; the options that they leave open are those given here.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The decay rate of the average of the gradient.</param>
    /// <param name="beta2">The decay rate of the average of its square.</param>
    /// <param name="eps">What is added to the denominator.</param>
    /// <param name="weight_decay">How much of a parameter each step takes away, times the learning rate.</param>
    /// <param name="amsgrad">Whether the largest average of the square so far is used.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AdamW(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
        double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        AdamWStep.Validate(lr, beta1, beta2, eps, weight_decay);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
        _parameter_groups = [];
        foreach (var group in parameters) add_param_group(group);
    }

    /// <summary>The default decay rates.</summary>
    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1.Value, ((Options)_defaults).beta2.Value);
        set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor> closure = null) => _step<ParamGroup>(group =>
    {
        var options = group.Options;
        var batches = new AdamWStep.Batches(options.amsgrad.Value);
        foreach (var parameter in group.Parameters)
        {
            var grad = parameter.grad;
            if (grad is null) continue;
            var state = (State)_state[parameter.Handle];
            state.step++;
            batches.Add(state.step, parameter, grad, state.exp_avg, state.exp_avg_sq, state.max_exp_avg_sq);
        }
        batches.Apply(options.LearningRate.Value, options.beta1.Value, options.beta2.Value, options.eps.Value,
            options.weight_decay.Value, options.maximize.Value);
    }, closure);

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var defaults = (Options)_defaults;
        param_group.Options ??= new Options();
        var options = (Options)param_group.Options;
        options.LearningRate ??= defaults.LearningRate;
        options.beta1 ??= defaults.beta1;
        options.beta2 ??= defaults.beta2;
        options.eps ??= defaults.eps;
        options.weight_decay ??= defaults.weight_decay;
        options.amsgrad ??= defaults.amsgrad;
        options.maximize ??= defaults.maximize;
        options.InitialLearningRate = options.LearningRate.Value;

        _parameter_groups.Add(param_group);
        foreach (var parameter in param_group.Parameters)
        {
            var state = new State(parameter);
            state.Initialize(options);
            _state[parameter.Handle] = state;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var (_, state) in _state) ((State)state).Dispose();
    }

    /// <summary>The averages of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>How many steps there were.</summary>
        public long step;

        /// <summary>The average of the gradient.</summary>
        public Tensor exp_avg;

        /// <summary>The average of the gradient's square.</summary>
        public Tensor exp_avg_sq;

        /// <summary>The largest average of the gradient's square so far; null without AMSGrad.</summary>
        public Tensor max_exp_avg_sq;

        /// <summary>Creates a state that is not initialised yet.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            exp_avg = zeros_like(_parameter).DetachFromDisposeScope();
            exp_avg_sq = zeros_like(_parameter).DetachFromDisposeScope();
            max_exp_avg_sq = ((Options)options).amsgrad.Value ? zeros_like(_parameter).DetachFromDisposeScope() : null;
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            exp_avg.Save(writer);
            exp_avg_sq.Save(writer);
            SaveConditionalStateTensor(writer, max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            exp_avg.Load(reader);
            exp_avg_sq.Load(reader);
            LoadConditionalStateTensor(reader, ref max_exp_avg_sq, _parameter.device);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            Dispose();
            step = other.step;
            exp_avg = CopyOf(other.exp_avg);
            exp_avg_sq = CopyOf(other.exp_avg_sq);
            max_exp_avg_sq = CopyOf(other.max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && exp_avg.allclose(state.exp_avg) &&
            exp_avg_sq.allclose(state.exp_avg_sq) &&
            (max_exp_avg_sq is null || max_exp_avg_sq.allclose(state.max_exp_avg_sq));

        /// <inheritdoc/>
        public override void to(Device device)
        {
            exp_avg = exp_avg.to(device);
            exp_avg_sq = exp_avg_sq.to(device);
            max_exp_avg_sq = max_exp_avg_sq?.to(device);
        }

        /// <summary>Releases the averages.</summary>
        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }

        private Tensor CopyOf(Tensor tensor) => tensor?.to(_parameter.device, copy: true).DetachFromDisposeScope();
    }

    /// <summary>The options of a group; null stands for the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the average of the gradient.</summary>
        public double? beta1;

        /// <summary>The decay rate of the average of the gradient's square.</summary>
        public double? beta2;

        /// <summary>How much of a parameter each step takes away, times the learning rate.</summary>
        public double? weight_decay;

        /// <summary>What is added to the denominator.</summary>
        public double? eps;

        /// <summary>Whether the largest average of the square so far is used.</summary>
        public bool? amsgrad;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1.Value);
            writer.Write(beta2.Value);
            writer.Write(eps.Value);
            writer.Write(weight_decay.Value);
            writer.Write(amsgrad.Value);
            writer.Write(maximize.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            beta1 = other.beta1;
            beta2 = other.beta2;
            eps = other.eps;
            weight_decay = other.weight_decay;
            amsgrad = other.amsgrad;
            maximize = other.maximize;
        }
    }

    /// <summary>A group of parameters.</summary>
    public class ParamGroup : ParamGroup<Options>, IBetas
    {
        /// <summary>Creates a group that is to be filled.</summary>
        public ParamGroup()
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">The options.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the average of the gradient.</param>
        /// <param name="beta2">The decay rate of the average of its square.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">How much of a parameter each step takes away, times the learning rate.</param>
        /// <param name="amsgrad">Whether the largest average of the square so far is used.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                amsgrad = amsgrad,
                maximize = maximize,
            })
        {
        }

        /// <summary>The decay rates.</summary>
        public (double, double) Betas
        {
            get => (Options.beta1.Value, Options.beta2.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
