using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether operations are recorded for differentiation on this thread.</summary>
    public static bool is_grad_enabled() => NativeMethods.dt_grad_enabled() != 0;

    /// <summary>Whether inference mode is on, on this thread.</summary>
    public static bool is_inference_mode_enabled() => NativeMethods.dt_inference_enabled() != 0;

    /// <summary>Stops recording until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Records (or not) until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Records (or not) until the result is disposed.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Neither records nor counts changes until the result is disposed: tensors made meanwhile never enter a graph.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    private sealed class GradMode : IDisposable
    {
        private readonly int previous;

        internal GradMode(bool enabled)
        {
            previous = NativeMethods.dt_grad_enabled();
            NativeMethods.dt_set_grad_enabled(enabled ? 1 : 0);
        }

        public void Dispose() => NativeMethods.dt_set_grad_enabled(previous);
    }

    private sealed class InferenceMode(bool mode) : IDisposable
    {
        private nint guard = Errors.Check(NativeMethods.dt_inference_enter(mode ? 1 : 0));

        public void Dispose()
        {
            if (guard != 0)
                NativeMethods.dt_inference_leave(guard);
            guard = 0;
        }
    }
}
