#nullable disable


namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What has a learning rate that can be changed.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate.</summary>
            double LearningRate { set; get; }

            /// <summary>The learning rate at first.</summary>
            double InitialLearningRate { set; get; }
        }

        /// <summary>What has a momentum that can be changed.</summary>
        public interface IMomentum
        {
            /// <summary>The momentum.</summary>
            double Momentum { get; set; }
        }

        /// <summary>What has the two decay rates of Adam's averages.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the averages of the gradient and of its square.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
