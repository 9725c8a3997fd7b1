using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A parameter that takes the place of a tensor.</summary>
        /// <param name="data">The tensor; it is empty afterwards.</param>
        /// <param name="requires_grad">Whether gradients are computed for it.</param>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>An affine map of the last dimension.</summary>
        /// <param name="inputSize">The size of the input's last dimension.</param>
        /// <param name="outputSize">The size of the output's last dimension.</param>
        /// <param name="hasBias">Whether there is a bias.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>An affine map of the last dimension with given parameters.</summary>
        /// <param name="weight">The weight, [out, in].</param>
        /// <param name="bias">The bias, [out], or null.</param>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>A table of vectors, drawn from the standard normal distribution.</summary>
        /// <param name="num_embeddings">The number of vectors.</param>
        /// <param name="embedding_dims">The vectors' length.</param>
        /// <param name="padding_idx">The vector that is zero and gets no gradient, or null.</param>
        /// <param name="max_norm">The norm above which vectors are scaled down when looked up, or null.</param>
        /// <param name="norm_type">That norm's exponent.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often a vector is in the batch.</param>
        /// <param name="sparse">Whether the gradient is sparse.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null,
            double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false,
            Device? device = null, ScalarType? dtype = null) =>
            new(Modules.Embedding.NewWeight(num_embeddings, embedding_dims, padding_idx, device, dtype), padding_idx, max_norm,
                norm_type, scale_grad_by_freq, sparse);

        /// <summary>A convolution over one spatial dimension.</summary>
        /// <param name="in_channels">The number of input channels.</param>
        /// <param name="out_channels">The number of output channels.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="padding">How many elements are added on both sides.</param>
        /// <param name="stride">The stride.</param>
        /// <param name="dilation">The distance of the kernel's elements.</param>
        /// <param name="padding_mode">What the padding is filled with.</param>
        /// <param name="groups">The number of groups of channels.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
            long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride, padding, null, dilation, groups, bias, padding_mode, device,
                dtype);

        /// <summary>A convolution over one spatial dimension, with padding by its effect.</summary>
        /// <param name="in_channels">The number of input channels.</param>
        /// <param name="out_channels">The number of output channels.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="padding">The kind of padding.</param>
        /// <param name="stride">The stride.</param>
        /// <param name="dilation">The distance of the kernel's elements.</param>
        /// <param name="padding_mode">What the padding is filled with.</param>
        /// <param name="groups">The number of groups of channels.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1,
            long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride, null, padding, dilation, groups, bias, padding_mode, device,
                dtype);

        /// <summary>A convolution over two spatial dimensions with a square kernel.</summary>
        /// <param name="in_channels">The number of input channels.</param>
        /// <param name="out_channels">The number of output channels.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="padding">How many elements are added on both sides.</param>
        /// <param name="stride">The stride.</param>
        /// <param name="dilation">The distance of the kernel's elements.</param>
        /// <param name="padding_mode">What the padding is filled with.</param>
        /// <param name="groups">The number of groups of channels.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
            long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), null,
                (dilation, dilation), groups, bias, padding_mode, device, dtype);

        /// <summary>A convolution over two spatial dimensions.</summary>
        /// <param name="in_channels">The number of input channels.</param>
        /// <param name="out_channels">The number of output channels.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="padding">How many elements are added on both sides.</param>
        /// <param name="stride">The stride.</param>
        /// <param name="dilation">The distance of the kernel's elements.</param>
        /// <param name="padding_mode">What the padding is filled with.</param>
        /// <param name="groups">The number of groups of channels.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size,
            (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), null, dilation ?? (1, 1), groups,
                bias, padding_mode, device, dtype);

        /// <summary>A convolution over two spatial dimensions with a square kernel, with padding by its effect.</summary>
        /// <param name="in_channels">The number of input channels.</param>
        /// <param name="out_channels">The number of output channels.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="padding">The kind of padding.</param>
        /// <param name="stride">The stride.</param>
        /// <param name="dilation">The distance of the kernel's elements.</param>
        /// <param name="padding_mode">What the padding is filled with.</param>
        /// <param name="groups">The number of groups of channels.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1,
            long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), null, padding, (dilation, dilation),
                groups, bias, padding_mode, device, dtype);

        /// <summary>A convolution over two spatial dimensions, with padding by its effect.</summary>
        /// <param name="in_channels">The number of input channels.</param>
        /// <param name="out_channels">The number of output channels.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="padding">The kind of padding.</param>
        /// <param name="stride">The stride.</param>
        /// <param name="dilation">The distance of the kernel's elements.</param>
        /// <param name="padding_mode">What the padding is filled with.</param>
        /// <param name="groups">The number of groups of channels.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, Padding padding,
            (long, long)? stride = null, (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride ?? (1, 1), null, padding, dilation ?? (1, 1), groups, bias,
                padding_mode, device, dtype);

        /// <summary>Dropout.</summary>
        /// <param name="p">The probability of an element to be zeroed.</param>
        /// <param name="inplace">Whether the input is overwritten.</param>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Gives back its input, as a new tensor object.</summary>
        public static Identity Identity() => new();

        /// <summary>Joins a range of dimensions into one.</summary>
        /// <param name="start_dim">The first dimension of the range.</param>
        /// <param name="end_dim">The last dimension of the range.</param>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);
    }
}
