namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module with six inputs.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, T6, TResult> : HookableModule<
            Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>,
            Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            /// <summary>Creates a module without components.</summary>
            /// <param name="name">The name that <see cref="Module.GetName"/> returns.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>Computes the module's result. Hooks do not run.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

            /// <summary>
            /// Runs the hooks and <see cref="forward"/>. A hook's result that is not null takes the place of the
            /// inputs or of the result.
            /// </summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
            {
                RunModulePreHooks();
                foreach (var hook in PreHooks)
                {
                    if (hook(this, input1, input2, input3, input4, input5, input6) is { } changed) (input1, input2, input3, input4, input5, input6) = changed;
                }

                var result = forward(input1, input2, input3, input4, input5, input6);

                foreach (var hook in PostHooks)
                {
                    var changed = hook(this, input1, input2, input3, input4, input5, input6, result);
                    if (changed is not null) result = changed;
                }
                RunModulePostHooks();
                return result;
            }
        }
    }
}
