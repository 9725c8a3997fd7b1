using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Normalises over the last dimensions.</summary>
        /// <param name="normalized_shape">Their sizes.</param>
        /// <param name="eps">What is added to the variance.</param>
        /// <param name="elementwise_affine">Whether there is a weight.</param>
        /// <param name="bias">Whether there is a bias too.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalises over the last dimension.</summary>
        /// <param name="normalized_shape">Its size.</param>
        /// <param name="eps">What is added to the variance.</param>
        /// <param name="elementwise_affine">Whether there is a weight.</param>
        /// <param name="bias">Whether there is a bias too.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalises over groups of channels.</summary>
        /// <param name="num_groups">The number of groups.</param>
        /// <param name="num_channels">The number of channels.</param>
        /// <param name="eps">What is added to the variance.</param>
        /// <param name="affine">Whether there are a weight and a bias.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true,
            Device? device = null, ScalarType? dtype = null) => new(num_groups, num_channels, eps, affine, device, dtype);

        /// <summary>Batch normalisation of [N, C] or [N, C, L].</summary>
        /// <param name="num_features">The number of channels.</param>
        /// <param name="eps">What is added to the variance.</param>
        /// <param name="momentum">The weight of the newest batch in the running statistics.</param>
        /// <param name="affine">Whether there are a weight and a bias.</param>
        /// <param name="track_running_stats">Whether running statistics are kept.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
            bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>Batch normalisation of [N, C, H, W].</summary>
        /// <param name="num_features">The number of channels.</param>
        /// <param name="eps">What is added to the variance.</param>
        /// <param name="momentum">The weight of the newest batch in the running statistics.</param>
        /// <param name="affine">Whether there are a weight and a bias.</param>
        /// <param name="track_running_stats">Whether running statistics are kept.</param>
        /// <param name="device">The device, or null for the default.</param>
        /// <param name="dtype">The element type, or null for the default.</param>
        public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
            bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
    }
}
