#nullable disable

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The initial rate times a function of the step's number.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="lr_lambda">The function.</param>
            /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1,
                bool verbose = false) => new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>The rate times a factor every so many steps.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="step_size">How many steps a rate is kept.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1,
                bool verbose = false) => new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            /// <summary>The initial rate times a factor that goes from one value to another in a straight line.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="start_factor">The factor at first.</param>
            /// <param name="end_factor">The factor in the end.</param>
            /// <param name="total_iters">How many steps it takes to get there.</param>
            /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0,
                int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            /// <summary>The rate falls from the initial one to the least along half a cosine.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="T_max">How many steps the fall takes.</param>
            /// <param name="eta_min">The least rate.</param>
            /// <param name="last_epoch">The number of the last step, or -1 before the first.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0,
                int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            /// <summary>The kinds of schedules.</summary>
            public static partial class impl
            {
            }
        }
    }
}
