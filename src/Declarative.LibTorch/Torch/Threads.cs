using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads one operation uses.</summary>
    public static int get_num_threads() => NativeMethods.dt_threads();

    /// <summary>Sets how many threads one operation uses.</summary>
    public static void set_num_threads(int num) => Errors.Check(NativeMethods.dt_set_threads(num));

    /// <summary>How many threads independent operations use.</summary>
    public static int get_num_interop_threads() => NativeMethods.dt_interop_threads();

    /// <summary>Sets how many threads independent operations use; only before the first such operation.</summary>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">Too late.</exception>
    public static void set_num_interop_threads(int num) => Errors.Check(NativeMethods.dt_set_interop_threads(num));
}
