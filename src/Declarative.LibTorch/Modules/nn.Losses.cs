using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The cross entropy of logits and class indices or probabilities.</summary>
        /// <param name="weight">The weight of each class, or null.</param>
        /// <param name="ignore_index">The class index to leave out, or null for -100.</param>
        /// <param name="reduction">How the elements' losses are joined.</param>
        public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null,
            Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);

        /// <summary>The squared difference.</summary>
        /// <param name="reduction">How the elements' losses are joined.</param>
        public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>The negative log likelihood of log probabilities and class indices.</summary>
        /// <param name="weight">The weight of each class, or null.</param>
        /// <param name="reduction">How the elements' losses are joined.</param>
        public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>The binary cross entropy of logits.</summary>
        /// <param name="weight">The weight of each element, or null.</param>
        /// <param name="reduction">How the elements' losses are joined.</param>
        /// <param name="pos_weights">The weight of positive targets, or null.</param>
        public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean,
            Tensor? pos_weights = null) => new(weight, reduction, pos_weights);
    }
}
