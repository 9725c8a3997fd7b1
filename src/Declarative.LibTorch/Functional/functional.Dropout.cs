using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op DropoutOp = new("dropout");
            private static readonly Op DropoutInPlaceOp = new("dropout_");

            /// <summary>Zeroes elements at random and scales the others by 1 / (1 - p).</summary>
            /// <param name="input">The input.</param>
            /// <param name="p">The probability of an element to be zeroed.</param>
            /// <param name="training">Whether anything is done at all.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? DropoutInPlaceOp : DropoutOp).Call(input, p, training);
        }
    }
}
