namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module with one input.</summary>
        public abstract class Module<T, TResult> : HookableModule<
            Func<Module<T, TResult>, T, T>,
            Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <summary>Creates a module without components.</summary>
            /// <param name="name">The name that <see cref="Module.GetName"/> returns.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>Computes the module's result. Hooks do not run.</summary>
            public abstract TResult forward(T input);

            /// <summary>
            /// Runs the hooks and <see cref="forward"/>. A hook's result that is not null takes the place of the
            /// input or of the result.
            /// </summary>
            public TResult call(T input)
            {
                RunModulePreHooks();
                foreach (var hook in PreHooks)
                {
                    var changed = hook(this, input);
                    if (changed is not null) input = changed;
                }

                var result = forward(input);

                foreach (var hook in PostHooks)
                {
                    var changed = hook(this, input, result);
                    if (changed is not null) result = changed;
                }
                RunModulePostHooks();
                return result;
            }
        }
    }
}
