#nullable disable

using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
public class SGD : OptimizerHelper, IMomentum
{
    /// <summary>Creates an optimizer of one group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">How much of the last step is repeated.</param>
    /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
    /// <param name="weight_decay">What each gradient gets of its parameter.</param>
    /// <param name="nesterov">Whether the momentum looks ahead.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0,
        double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Creates an optimizer.</summary>
    /// <param name="parameters">The groups; the options that they leave open are those given here.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">How much of the last step is repeated.</param>
    /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
    /// <param name="weight_decay">What each gradient gets of its parameter.</param>
    /// <param name="nesterov">Whether the momentum looks ahead.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0,
        double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (momentum < 0) throw new ArgumentException($"Invalid momentum value: {momentum}");
        if (weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");

        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        };
        _parameter_groups = [];
        foreach (var group in parameters) add_param_group(group);
    }

    /// <summary>The default momentum.</summary>
    public double Momentum
    {
        get => ((Options)_defaults).momentum.Value;
        set => ((Options)_defaults).momentum = value;
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor> closure = null) => _step<ParamGroup>(group =>
    {
        var options = group.Options;
        var (momentum, decay) = (options.momentum.Value, options.weight_decay.Value);
        var parameters = new List<Tensor>();
        var updates = new List<Tensor>();
        foreach (var parameter in group.Parameters)
        {
            var update = parameter.grad;
            if (update is null) continue;
            if (decay != 0) update = update.add(parameter, alpha: decay);
            if (momentum != 0) update = WithMomentum(update, (State)_state[parameter.Handle], options);
            parameters.Add(parameter);
            updates.Add(update);
        }
        if (parameters.Count == 0) return;

        var lr = options.LearningRate.Value;
        ForeachOperators.AddInPlace([.. parameters], [.. updates], options.maximize.Value ? lr : -lr);
    }, closure);

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var defaults = (Options)_defaults;
        param_group.Options ??= new Options();
        var options = (Options)param_group.Options;
        options.LearningRate ??= defaults.LearningRate;
        options.momentum ??= defaults.momentum;
        options.dampening ??= defaults.dampening;
        options.weight_decay ??= defaults.weight_decay;
        options.nesterov ??= defaults.nesterov;
        options.maximize ??= defaults.maximize;
        options.InitialLearningRate = options.LearningRate.Value;

        _parameter_groups.Add(param_group);
        foreach (var parameter in param_group.Parameters) _state[parameter.Handle] = new State(parameter);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var (_, state) in _state) ((State)state).Dispose();
        _state.clear();
    }

    private static Tensor WithMomentum(Tensor gradient, State state, Options options)
    {
        var momentum = options.momentum.Value;
        if (state.momentum_buffer is null)
            state.momentum_buffer = gradient.clone().detach().DetachFromDisposeScope();
        else
            state.momentum_buffer.mul_(momentum).add_(gradient, alpha: 1 - options.dampening.Value);
        return options.nesterov.Value ? gradient.add(state.momentum_buffer, alpha: momentum) : state.momentum_buffer;
    }

    /// <summary>The momentum of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The last step's direction; null before the first and without momentum.</summary>
        public Tensor momentum_buffer;

        /// <summary>Creates a state.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            momentum_buffer?.Dispose();
            momentum_buffer = null;
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => SaveConditionalStateTensor(writer, momentum_buffer);

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) =>
            LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            momentum_buffer?.Dispose();
            momentum_buffer = ((State)source).momentum_buffer?.to(_parameter.device, copy: true).DetachFromDisposeScope();
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && (momentum_buffer is null || momentum_buffer.allclose(state.momentum_buffer));

        /// <inheritdoc/>
        public override void to(Device device) => momentum_buffer = momentum_buffer?.to(device);

        /// <summary>Releases the momentum.</summary>
        public void Dispose() => momentum_buffer?.Dispose();
    }

    /// <summary>The options of a group; null stands for the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How much of the last step is repeated.</summary>
        public double? momentum;

        /// <summary>How much of the gradient the momentum leaves out.</summary>
        public double? dampening;

        /// <summary>What each gradient gets of its parameter.</summary>
        public double? weight_decay;

        /// <summary>Whether the momentum looks ahead.</summary>
        public bool? nesterov;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(momentum.Value);
            writer.Write(dampening.Value);
            writer.Write(weight_decay.Value);
            writer.Write(nesterov.Value);
            writer.Write(maximize.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            momentum = reader.ReadDouble();
            dampening = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            nesterov = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            momentum = other.momentum;
            dampening = other.dampening;
            weight_decay = other.weight_decay;
            nesterov = other.nesterov;
            maximize = other.maximize;
        }
    }

    /// <summary>A group of parameters.</summary>
    public class ParamGroup : ParamGroup<Options>, IMomentum
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
        /// <param name="momentum">How much of the last step is repeated.</param>
        /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
        /// <param name="weight_decay">What each gradient gets of its parameter.</param>
        /// <param name="nesterov">Whether the momentum looks ahead.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0,
            double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
                maximize = maximize,
            })
        {
        }

        /// <summary>How much of the last step is repeated.</summary>
        public double Momentum
        {
            get => Options.momentum.Value;
            set => Options.momentum = value;
        }
    }
}
