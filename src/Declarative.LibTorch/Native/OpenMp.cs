using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>
/// Lets idle OpenMP threads sleep rather than spin. A GEMM runs on the BLAS's own threads, and where libtorch's spin beside
/// them on every core, it takes several times as long. libgomp reads its setting when it is loaded, so this comes before the
/// first call into libtorch; what the environment says already stays.
/// </summary>
internal static partial class OpenMp
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Must come before the native library is loaded, whichever call loads it.")]
    internal static void LetIdleThreadsSleep()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetEnvironment("OMP_WAIT_POLICY", "PASSIVE", overwrite: 0);
    }

    // .NET keeps its environment to itself: a native library sees only what setenv says.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
