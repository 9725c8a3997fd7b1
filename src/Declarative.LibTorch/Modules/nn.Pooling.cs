#nullable disable

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The maximum of each square window over two dimensions.</summary>
        /// <param name="kernel_size">The window's size.</param>
        /// <param name="stride">The window's step, or null for its size.</param>
        /// <param name="padding">The padding, or null for none.</param>
        /// <param name="dilation">The distance of the window's elements, or null for one.</param>
        /// <param name="ceil_mode">Whether sizes are rounded up.</param>
        public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
            bool ceil_mode = false) =>
            MaxPool2d((kernel_size, kernel_size), Square(stride), Square(padding), Square(dilation), ceil_mode);

        /// <summary>The maximum of each window over two dimensions.</summary>
        /// <param name="kernel_size">The window's size.</param>
        /// <param name="stride">The window's step, or null for its size.</param>
        /// <param name="padding">The padding, or null for none.</param>
        /// <param name="dilation">The distance of the window's elements, or null for one.</param>
        /// <param name="ceil_mode">Whether sizes are rounded up.</param>
        public static MaxPool2d MaxPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? dilation = null, bool ceil_mode = false) =>
            new(Pair(kernel_size), Pair(stride ?? kernel_size), Pair(padding ?? (0, 0)), Pair(dilation ?? (1, 1)), ceil_mode);

        /// <summary>The maximum of each window over two dimensions.</summary>
        /// <param name="kernel_size">The window's size.</param>
        /// <param name="stride">The window's step, or null for its size.</param>
        /// <param name="padding">The padding, or null for none.</param>
        /// <param name="dilation">The distance of the window's elements, or null for one.</param>
        /// <param name="ceil_mode">Whether sizes are rounded up.</param>
        public static MaxPool2d MaxPool2d(long[] kernel_size, long[] stride = null, long[] padding = null,
            long[] dilation = null, bool ceil_mode = false) => new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The mean of each window over two dimensions.</summary>
        /// <param name="kernel_size">The window's size.</param>
        /// <param name="stride">The window's step, or null for its size.</param>
        /// <param name="padding">The padding, or null for none.</param>
        /// <param name="ceil_mode">Whether sizes are rounded up.</param>
        /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
        /// <param name="divisor_override">What to divide by instead, or null.</param>
        public static AvgPool2d AvgPool2d(long[] kernel_size, long[] stride = null, long[] padding = null,
            bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean of each window over two dimensions.</summary>
        /// <param name="kernel_size">The window's size.</param>
        /// <param name="stride">The window's step, or null for its size.</param>
        /// <param name="padding">The padding, or null for none.</param>
        /// <param name="ceil_mode">Whether sizes are rounded up.</param>
        /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
        /// <param name="divisor_override">What to divide by instead, or null.</param>
        public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(Pair(kernel_size), stride is { } steps ? Pair(steps) : null, padding is { } pads ? Pair(pads) : null, ceil_mode,
                count_include_pad, divisor_override);

        /// <summary>The mean of each square window over two dimensions.</summary>
        /// <param name="kernel_size">The window's size.</param>
        /// <param name="stride">The window's step, or null for its size.</param>
        /// <param name="padding">The padding, or null for none.</param>
        /// <param name="ceil_mode">Whether sizes are rounded up.</param>
        /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
        /// <param name="divisor_override">What to divide by instead, or null.</param>
        public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            AvgPool2d((kernel_size, kernel_size), Square(stride), Square(padding), ceil_mode, count_include_pad,
                divisor_override);

        /// <summary>The mean of as many windows as the output has elements.</summary>
        /// <param name="output_size">The output's two sizes.</param>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

        /// <summary>The mean of as many windows as the output has elements.</summary>
        /// <param name="output_size">The output's two sizes.</param>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Pair(output_size));

        /// <summary>The mean of as many windows as the output has elements.</summary>
        /// <param name="output_size">Both of the output's sizes.</param>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size, output_size]);

        private static long[] Pair((long, long) sizes) => [sizes.Item1, sizes.Item2];

        private static (long, long)? Square(long? size) => size is { } value ? (value, value) : null;
    }
}
