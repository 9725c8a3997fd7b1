using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the random numbers of every device.</summary>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    /// <summary>Sets a seed that differs from call to call, and returns it.</summary>
    public static long seed() => random.seed();

    /// <summary>The seed that was set last.</summary>
    public static long initial_seed() => random.initial_seed();

    /// <summary>The state of the processor's random numbers, as a tensor of bytes.</summary>
    public static Tensor get_rng_state() => random.get_rng_state();

    /// <summary>Sets the state of the processor's random numbers.</summary>
    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    /// <summary>Random numbers.</summary>
    public static partial class random
    {
        /// <summary>Seeds the random numbers of every device.</summary>
        public static Generator manual_seed(long seed)
        {
            Errors.Check(NativeMethods.dt_manual_seed(seed));
            return Generator.Default;
        }

        /// <summary>Sets a seed that differs from call to call, and returns it.</summary>
        public static long seed()
        {
            using var generator = Generator.Default;
            var seed = generator.seed();
            Errors.Check(NativeMethods.dt_manual_seed(seed));
            return seed;
        }

        /// <summary>The seed that was set last.</summary>
        public static long initial_seed()
        {
            using var generator = Generator.Default;
            return generator.initial_seed();
        }

        /// <summary>The state of the processor's random numbers, as a tensor of bytes.</summary>
        public static Tensor get_rng_state()
        {
            using var generator = Generator.Default;
            return generator.get_state();
        }

        /// <summary>Sets the state of the processor's random numbers.</summary>
        public static void set_rng_state(Tensor new_state)
        {
            using var generator = Generator.Default;
            generator.set_state(new_state);
        }
    }
}
