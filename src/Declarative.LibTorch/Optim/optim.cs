#nullable disable

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Creates an optimizer; see <see cref="Modules.AdamW"/>.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the average of the gradient.</param>
        /// <param name="beta2">The decay rate of the average of its square.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">How much of a parameter each step takes away, times the learning rate.</param>
        /// <param name="amsgrad">Whether the largest average of the square so far is used.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Creates an optimizer; see <see cref="Modules.AdamW"/>.</summary>
        /// <param name="parameters">The parameters with their names.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the average of the gradient.</param>
        /// <param name="beta2">The decay rate of the average of its square.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">How much of a parameter each step takes away, times the learning rate.</param>
        /// <param name="amsgrad">Whether the largest average of the square so far is used.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public static AdamW AdamW(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters.Select(entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Creates an optimizer; see <see cref="Modules.AdamW"/>.</summary>
        /// <param name="parameters">The groups; the options that they leave open are those given here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the average of the gradient.</param>
        /// <param name="beta2">The decay rate of the average of its square.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">How much of a parameter each step takes away, times the learning rate.</param>
        /// <param name="amsgrad">Whether the largest average of the square so far is used.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public static AdamW AdamW(IEnumerable<AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Creates an optimizer; see <see cref="Modules.SGD"/>.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">How much of the last step is repeated.</param>
        /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
        /// <param name="weight_decay">What each gradient gets of its parameter.</param>
        /// <param name="nesterov">Whether the momentum looks ahead.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Creates an optimizer; see <see cref="Modules.SGD"/>.</summary>
        /// <param name="parameters">The parameters with their names.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">How much of the last step is repeated.</param>
        /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
        /// <param name="weight_decay">What each gradient gets of its parameter.</param>
        /// <param name="nesterov">Whether the momentum looks ahead.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters.Select(entry => entry.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Creates an optimizer; see <see cref="Modules.SGD"/>.</summary>
        /// <param name="parameters">The groups; the options that they leave open are those given here.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">How much of the last step is repeated.</param>
        /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
        /// <param name="weight_decay">What each gradient gets of its parameter.</param>
        /// <param name="nesterov">Whether the momentum looks ahead.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
    }
}
