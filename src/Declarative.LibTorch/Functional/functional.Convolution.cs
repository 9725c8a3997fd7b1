using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op Conv1dOp = new("conv1d");
            private static readonly Op Conv2dOp = new("conv2d");
            private static readonly Op Conv1dPaddingOp = new("conv1d", "padding");
            private static readonly Op Conv2dPaddingOp = new("conv2d", "padding");

            /// <summary>Convolves over one spatial dimension.</summary>
            /// <param name="input">[N, C, L] or [C, L].</param>
            /// <param name="weight">[out, C / groups, kernel].</param>
            /// <param name="bias">[out], or null.</param>
            /// <param name="stride">The stride, or null for one.</param>
            /// <param name="padding">The zeros added on both sides, or null for none.</param>
            /// <param name="dilation">The distance of the kernel's elements, or null for one.</param>
            /// <param name="groups">The number of groups of channels.</param>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                long? dilation = null, long groups = 1) =>
                Conv1dOp.Call(input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, groups);

            /// <summary>Convolves over one spatial dimension, with padding by its effect.</summary>
            /// <param name="input">[N, C, L] or [C, L].</param>
            /// <param name="weight">[out, C / groups, kernel].</param>
            /// <param name="bias">[out], or null.</param>
            /// <param name="stride">The stride, or null for one.</param>
            /// <param name="padding">The kind of padding.</param>
            /// <param name="dilation">The distance of the kernel's elements, or null for one.</param>
            /// <param name="groups">The number of groups of channels.</param>
            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Conv1dPaddingOp.Call(input, weight, bias, new[] { stride ?? 1 }, NameOf(padding), new[] { dilation ?? 1 }, groups);

            /// <summary>Convolves over two spatial dimensions.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="weight">[out, C / groups, kernel, kernel].</param>
            /// <param name="bias">[out], or null.</param>
            /// <param name="strides">The strides, or null for one.</param>
            /// <param name="padding">The zeros added on both sides, or null for none.</param>
            /// <param name="dilation">The distance of the kernel's elements, or null for one.</param>
            /// <param name="groups">The number of groups of channels.</param>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Conv2dOp.Call(input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups);

            /// <summary>Convolves over two spatial dimensions, with padding by its effect.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="weight">[out, C / groups, kernel, kernel].</param>
            /// <param name="bias">[out], or null.</param>
            /// <param name="strides">The strides, or null for one.</param>
            /// <param name="padding">The kind of padding.</param>
            /// <param name="dilation">The distance of the kernel's elements, or null for one.</param>
            /// <param name="groups">The number of groups of channels.</param>
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Conv2dPaddingOp.Call(input, weight, bias, strides ?? [1], NameOf(padding), dilation ?? [1], groups);

            private static string NameOf(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
