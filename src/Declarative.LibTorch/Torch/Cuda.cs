using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether a CUDA device can be used.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>CUDA devices.</summary>
    public static partial class cuda
    {
        /// <summary>Whether a CUDA device can be used.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>Whether cuDNN can be used.</summary>
        public static bool is_cudnn_available() => NativeMethods.dt_cudnn_available() != 0;

        /// <summary>How many CUDA devices there are.</summary>
        public static int device_count() => NativeMethods.dt_cuda_count();

        /// <summary>Seeds the current device's random numbers; does nothing where there is none.</summary>
        public static void manual_seed(long seed)
        {
            if (is_available())
                Errors.Check(NativeMethods.dt_cuda_manual_seed(seed, 0));
        }

        /// <summary>Seeds every device's random numbers; does nothing where there is none.</summary>
        public static void manual_seed_all(long seed)
        {
            if (is_available())
                Errors.Check(NativeMethods.dt_cuda_manual_seed(seed, 1));
        }

        /// <summary>Waits until a device has done all its work; null is the current device.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such device.</exception>
        public static void synchronize(Device? device = null) =>
            Errors.Check(NativeMethods.dt_cuda_synchronize(device?.index ?? -1));
    }
}
