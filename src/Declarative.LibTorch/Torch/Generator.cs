using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers.</summary>
    public unsafe class Generator : IDisposable
    {
        /// <summary>A new source with that seed, on the processor where no device is named.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = InitializeDevice(device);
            Handle = Errors.Check(NativeMethods.dt_new_generator((int)this.device.type, this.device.index, seed));
        }

        private Generator(nint handle)
        {
            Handle = handle;
            device = CPU;
        }

        /// <summary>Releases the source.</summary>
        ~Generator() => Dispose(false);

        /// <summary>The source of numbers where none is named, on the processor.</summary>
        public static Generator Default => new(Errors.Check(NativeMethods.dt_default_generator((int)DeviceType.CPU, -1)));

        /// <summary>The native source.</summary>
        public nint Handle { get; private set; }

        /// <summary>Where the numbers are made.</summary>
        public Device device { get; }

        /// <summary>The state as a tensor of bytes.</summary>
        public Tensor get_state() => new(Errors.Check(NativeMethods.dt_generator_state(Handle)));

        /// <summary>Sets the state to one that <see cref="get_state"/> gave.</summary>
        public void set_state(Tensor value) => Errors.Check(NativeMethods.dt_generator_set_state(Handle, value?.Handle ?? 0));

        /// <summary>Sets the seed.</summary>
        public Generator manual_seed(long seed)
        {
            Errors.Check(NativeMethods.dt_generator_manual_seed(Handle, (ulong)seed));
            return this;
        }

        /// <summary>Sets a seed that differs from call to call, and returns it.</summary>
        public long seed()
        {
            ulong seed;
            Errors.Check(NativeMethods.dt_generator_seed(Handle, &seed));
            return (long)seed;
        }

        /// <summary>The seed that was set last.</summary>
        public long initial_seed()
        {
            ulong seed;
            Errors.Check(NativeMethods.dt_generator_initial_seed(Handle, &seed));
            return (long)seed;
        }

        /// <summary>Releases the source.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the source.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (Handle != 0)
                NativeMethods.dt_generator_release(Handle);
            Handle = 0;
        }
    }
}
