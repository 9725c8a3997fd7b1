#nullable disable

using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op MaxPool2dOp = new("max_pool2d");
            private static readonly Op MaxPool2dIndicesOp = new("max_pool2d_with_indices");
            private static readonly Op AvgPool2dOp = new("avg_pool2d");
            private static readonly Op AdaptiveAvgPool2dOp = new("adaptive_avg_pool2d");

            /// <summary>The maximum of each window over two dimensions.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="kernel_size">The window's sizes.</param>
            /// <param name="strides">The window's steps, or null for its sizes.</param>
            /// <param name="padding">The padding of each dimension, or null for none.</param>
            /// <param name="dilation">The distance of the window's elements, or null for one.</param>
            /// <param name="ceil_mode">Whether sizes are rounded up.</param>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[] strides = null, long[] padding = null,
                long[] dilation = null, bool ceil_mode = false) =>
                MaxPool2dOp.Call(input, kernel_size, strides ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

            /// <summary>The maximum of each square window over two dimensions.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">The window's step, or null for its size.</param>
            /// <param name="padding">The padding, or null for none.</param>
            /// <param name="dilation">The distance of the window's elements, or null for one.</param>
            /// <param name="ceil_mode">Whether sizes are rounded up.</param>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode);

            /// <summary>The maximum of each window over two dimensions.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="kernel_size">The window's sizes.</param>
            /// <param name="stride">The window's steps, or null for its sizes.</param>
            /// <param name="padding">The padding of each dimension, or null for none.</param>
            /// <param name="dilation">The distance of the window's elements, or null for one.</param>
            /// <param name="ceil_mode">Whether sizes are rounded up.</param>
            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Pair(kernel_size), Pair(stride ?? kernel_size), Pair(padding ?? (0, 0)),
                    Pair(dilation ?? (1, 1)), ceil_mode);

            /// <summary>The maximum of each window over two dimensions, and where it was.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="kernel_size">The window's sizes.</param>
            /// <param name="strides">The window's steps, or null for its sizes.</param>
            /// <param name="padding">The padding of each dimension, or null for none.</param>
            /// <param name="dilation">The distance of the window's elements, or null for one.</param>
            /// <param name="ceil_mode">Whether sizes are rounded up.</param>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size,
                long[] strides = null, long[] padding = null, long[] dilation = null, bool ceil_mode = false) =>
                MaxPool2dIndicesOp.Call2(input, kernel_size, strides ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

            /// <summary>The mean of each window over two dimensions.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="kernel_size">The window's sizes.</param>
            /// <param name="stride">The window's steps, or null for its sizes.</param>
            /// <param name="padding">The padding of each dimension, or null for none.</param>
            /// <param name="ceil_mode">Whether sizes are rounded up.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
            /// <param name="divisor_override">What to divide by instead; null or zero for none.</param>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[] stride = null, long[] padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                AvgPool2dOp.Call(input, kernel_size, stride ?? kernel_size, padding ?? [0], ceil_mode, count_include_pad,
                    divisor_override is 0 ? null : divisor_override);

            /// <summary>The mean of each square window over two dimensions.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">The window's step, or null for its size.</param>
            /// <param name="padding">The padding.</param>
            /// <param name="ceil_mode">Whether sizes are rounded up.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
            /// <param name="divisor_override">What to divide by instead; null or zero for none.</param>
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size], [stride ?? kernel_size], [padding], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window over two dimensions.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="kernel_size">The window's sizes.</param>
            /// <param name="stride">The window's steps, or null for its sizes.</param>
            /// <param name="padding">The padding of each dimension, or null for none.</param>
            /// <param name="ceil_mode">Whether sizes are rounded up.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
            /// <param name="divisor_override">What to divide by instead; null or zero for none.</param>
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                avg_pool2d(input, Pair(kernel_size), Pair(stride ?? kernel_size), Pair(padding ?? (0, 0)), ceil_mode,
                    count_include_pad, divisor_override);

            /// <summary>The mean of as many windows as the output has elements.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="output_size">The output's two sizes.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                AdaptiveAvgPool2dOp.Call(input, output_size);

            /// <summary>The mean of as many windows as the output has elements.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="output_size">The output's two sizes.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                adaptive_avg_pool2d(input, Pair(output_size));

            /// <summary>The mean of as many windows as the output has elements.</summary>
            /// <param name="input">[N, C, H, W].</param>
            /// <param name="output_size">Both of the output's sizes.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                adaptive_avg_pool2d(input, [output_size, output_size]);

            private static long[] Pair((long, long) sizes) => [sizes.Item1, sizes.Item2];
        }
    }
}
