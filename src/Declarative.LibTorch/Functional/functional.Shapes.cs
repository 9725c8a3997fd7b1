using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op PadOp = new("pad");
            private static readonly Op OneHotOp = new("one_hot");

            /// <summary>Adds elements at the ends of the last dimensions.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How many before and after, the last dimension first.</param>
            /// <param name="mode">What they are.</param>
            /// <param name="value">Their value when they are constant.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                mode is PaddingModes.Constant or PaddingModes.Zeros
                    ? PadOp.Call(input, pad, "constant", value)
                    : PadOp.Call(input, pad, NameOf(mode), Arg.None);

            /// <summary>Adds elements at the ends of the last dimensions.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How many before and after, the last dimension first.</param>
            /// <param name="mode">What they are.</param>
            /// <param name="value">Their value when they are constant.</param>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) => functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>Adds elements at the ends of the last dimension.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How many before and after.</param>
            /// <param name="mode">What they are.</param>
            /// <param name="value">Their value when they are constant.</param>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2 }, mode, value);

            /// <summary>Adds elements at the ends of the last two dimensions.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How many before and after, the last dimension first.</param>
            /// <param name="mode">What they are.</param>
            /// <param name="value">Their value when they are constant.</param>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            /// <summary>Adds as many elements at both ends of every dimension.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How many.</param>
            /// <param name="mode">What they are.</param>
            /// <param name="value">Their value when they are constant.</param>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                var sizes = new long[input.Dimensions * 2];
                Array.Fill(sizes, pad);
                return functional.pad(input, sizes, mode, value);
            }

            /// <summary>Vectors with a one at the index and zeros elsewhere.</summary>
            /// <param name="x">The indices, of type Int64.</param>
            /// <param name="num_classes">The vectors' length, or -1 for the largest index and one.</param>
            /// <exception cref="ArgumentException">The indices are of another type.</exception>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (x.dtype != ScalarType.Int64)
                    throw new ArgumentException("OneHot input tensor must have elements of type Int64");
                return OneHotOp.Call(x, num_classes);
            }

            private static string NameOf(PaddingModes mode) => mode switch
            {
                PaddingModes.Reflect => "reflect",
                PaddingModes.Replicate => "replicate",
                PaddingModes.Circular => "circular",
                _ => "constant",
            };
        }
    }
}
