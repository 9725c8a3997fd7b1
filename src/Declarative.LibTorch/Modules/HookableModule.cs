namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module with hooks that run before and after each <c>call</c>, but not when <c>forward</c> is called directly.</summary>
        /// <typeparam name="TPreHook">The hooks that may change the inputs.</typeparam>
        /// <typeparam name="TPostHook">The hooks that may change the result.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            /// <summary>The hooks that may change the inputs, in the order of registration.</summary>
            protected Dictionary<string, TPreHook> pre_hooks = new();

            /// <summary>The hooks that may change the result, in the order of registration.</summary>
            protected Dictionary<string, TPostHook> post_hooks = new();

            /// <summary>The hooks that get the module alone and run first.</summary>
            protected Dictionary<string, Action<Module>> module_pre_hooks = new();

            /// <summary>The hooks that get the module alone and run last.</summary>
            protected Dictionary<string, Action<Module>> module_post_hooks = new();

            /// <summary>Creates a module without components.</summary>
            /// <param name="name">The name that <see cref="Module.GetName"/> returns.</param>
            protected HookableModule(string name) : base(name)
            {
            }

            private protected Dictionary<string, TPreHook>.ValueCollection PreHooks => pre_hooks.Values;

            private protected Dictionary<string, TPostHook>.ValueCollection PostHooks => post_hooks.Values;

            /// <summary>Adds a hook that runs after <c>forward</c>; what it returns takes the place of the result.</summary>
            /// <param name="hook">The hook.</param>
            public HookRemover register_forward_hook(TPostHook hook) => Add(post_hooks, hook);

            /// <summary>Adds a hook that runs before <c>forward</c>; what it returns takes the place of the inputs.</summary>
            /// <param name="hook">The hook.</param>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(pre_hooks, hook);

            /// <summary>Adds a hook that runs after <c>forward</c>.</summary>
            /// <param name="hook">The hook.</param>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(module_post_hooks, hook);

            /// <summary>Adds a hook that runs before <c>forward</c>.</summary>
            /// <param name="hook">The hook.</param>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(module_pre_hooks, hook);

            private protected void RunModulePreHooks()
            {
                foreach (var hook in module_pre_hooks.Values) hook(this);
            }

            private protected void RunModulePostHooks()
            {
                foreach (var hook in module_post_hooks.Values) hook(this);
            }

            private HookRemover Add<T>(Dictionary<string, T> hooks, T hook)
            {
                var key = Guid.NewGuid().ToString();
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            private void Remove(string key)
            {
                pre_hooks.Remove(key);
                post_hooks.Remove(key);
                module_pre_hooks.Remove(key);
                module_post_hooks.Remove(key);
            }

            /// <summary>Takes a hook away again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;
                private readonly string _key;

                /// <summary>Creates a remover.</summary>
                /// <param name="module">The module with the hook.</param>
                /// <param name="key">The hook's key.</param>
                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
                {
                    _module = module;
                    _key = key;
                }

                /// <summary>Removes the hook; doing so twice is no error.</summary>
                public void remove() => _module.Remove(_key);
            }
        }
    }
}
