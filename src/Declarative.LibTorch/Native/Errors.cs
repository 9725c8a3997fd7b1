using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Turns libtorch's exceptions into .NET's, with libtorch's message.</summary>
internal static unsafe class Errors
{
    [DoesNotReturn]
    internal static void Throw() =>
        throw new ExternalException(Marshal.PtrToStringUTF8((nint)NativeMethods.dt_last_error()));

    /// <summary>Throws if the bridge reported a failure (a negative result).</summary>
    internal static int Check(int result)
    {
        if (result < 0)
            Throw();
        return result;
    }

    /// <summary>Throws if the bridge reported a failure (a null pointer).</summary>
    internal static nint Check(nint result)
    {
        if (result == 0)
            Throw();
        return result;
    }
}
