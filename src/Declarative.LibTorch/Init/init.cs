#nullable disable annotations

using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Functions that fill tensors in place, outside of gradients.</summary>
        public static class init
        {
            private static readonly Op UniformOp = new("uniform_");
            private static readonly Op NormalOp = new("normal_");
            private static readonly Op FillOp = new("fill_", "Scalar");
            private static readonly Op ZeroOp = new("zero_");
            private static readonly Op QrOp = new("linalg_qr");

            /// <summary>What follows a layer, for the gain of its initialisation.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>A convolution.</summary>
                Conv1D = 1,

                /// <summary>A convolution.</summary>
                Conv2D = 2,

                /// <summary>A convolution.</summary>
                Conv3D = 3,

                /// <summary>A transposed convolution.</summary>
                ConvTranspose1D = 4,

                /// <summary>A transposed convolution.</summary>
                ConvTranspose2D = 5,

                /// <summary>A transposed convolution.</summary>
                ConvTranspose3D = 6,

                /// <summary>The logistic function.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>The rectifier.</summary>
                ReLU = 9,

                /// <summary>The rectifier with a slope below zero.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Whose variance an initialisation keeps.</summary>
            public enum FanInOut
            {
                /// <summary>That of the forward pass.</summary>
                FanIn = 0,

                /// <summary>That of the backward pass.</summary>
                FanOut = 1,
            }

            /// <summary>The gain that a nonlinearity calls for.</summary>
            /// <param name="nonlinearity">The nonlinearity.</param>
            /// <param name="param">Its parameter: the slope below zero of a leaky rectifier.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + param * param)),
                _ => 1.0,
            };

            /// <summary>Fills with ones.</summary>
            /// <param name="tensor">The tensor.</param>
            public static Tensor ones_(Tensor tensor) => Fill(FillOp, tensor, 1.0);

            /// <summary>Fills with zeros.</summary>
            /// <param name="tensor">The tensor.</param>
            public static Tensor zeros_(Tensor tensor) => Fill(ZeroOp, tensor);

            /// <summary>Fills with a value.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="val">The value.</param>
            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(FillOp, tensor, val);

            /// <summary>Fills a matrix with the identity.</summary>
            /// <param name="tensor">The matrix.</param>
            /// <exception cref="ArgumentException">The tensor is not two-dimensional.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length != 2) throw new ArgumentException("Only tensors with 2 dimensions are supported");
                using var _ = no_grad();
                using var identity = eye(shape[0], shape[1]);
                return tensor.copy_(identity);
            }

            /// <summary>Draws from a uniform distribution.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="low">The least value.</param>
            /// <param name="high">The value above all.</param>
            /// <param name="generator">Without effect, as in TorchSharp 0.107: the default generator is used.</param>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator generator = null) =>
                Fill(UniformOp, tensor, low, high);

            /// <summary>Draws from a normal distribution.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">The mean.</param>
            /// <param name="std">The standard deviation.</param>
            /// <param name="generator">Without effect, as in TorchSharp 0.107: the default generator is used.</param>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator generator = null) =>
                Fill(NormalOp, tensor, mean, std);

            /// <summary>He's initialisation, from a uniform distribution.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="a">The slope below zero of a leaky rectifier.</param>
            /// <param name="mode">Whose variance is kept.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>He's initialisation, from a normal distribution.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="a">The slope below zero of a leaky rectifier.</param>
            /// <param name="mode">Whose variance is kept.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Glorot's initialisation, from a uniform distribution.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="gain">A factor.</param>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var bound = Math.Sqrt(3.0) * gain * Math.Sqrt(2.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Glorot's initialisation; as in TorchSharp 0.107 from a uniform distribution too.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="gain">A factor.</param>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <summary>Another name of <see cref="xavier_uniform_"/>.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="gain">A factor.</param>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <summary>Another name of <see cref="xavier_normal_"/>.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="gain">A factor.</param>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>Fills a matrix with orthonormal rows or columns, whichever are fewer.</summary>
            /// <param name="tensor">The tensor; dimensions after the first count as one.</param>
            /// <param name="gain">A factor.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                if (tensor.Dimensions < 2) throw new ArgumentException("Only tensors with 2 or more dimensions are supported");
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var rows = tensor.shape[0];
                var columns = tensor.NumberOfElements / rows;
                var drawn = randn(rows, columns);
                if (rows < columns) drawn = drawn.t();

                // The signs of R's diagonal make the factorisation, and so the distribution, unique.
                var (q, r) = QrOp.Call2(drawn);
                q.mul_(r.diag(0).sign());
                if (rows < columns) q = q.t();
                tensor.view(q.shape).copy_(q);
                tensor.mul_(gain);
                return tensor;
            }

            /// <summary>How many inputs an output of a layer has, and how many outputs an input.</summary>
            /// <param name="tensor">The layer's weight.</param>
            /// <exception cref="ArgumentException">The weight has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                var field = 1L;
                foreach (var size in shape.AsSpan(2)) field *= size;
                return (shape[1] * field, shape[0] * field);
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var fan = mode == FanInOut.FanIn ? fanIn : fanOut;
                return calculate_gain(nonlinearity, a) / Math.Sqrt(fan);
            }

            private static Tensor Fill(Op op, Tensor tensor, params ReadOnlySpan<Arg> args)
            {
                using var _ = no_grad();
                op.Do([tensor, .. args]);
                return tensor;
            }
        }
    }
}
