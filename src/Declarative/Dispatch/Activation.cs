using System.Runtime.CompilerServices;

namespace Declarative;

/// <summary>Puts adapters into <see cref="AdapterDispatch"/> and takes them out, with the routes of the sequences around them.</summary>
internal static class Activation
{
    private static readonly object Gate = new();
    private static readonly ConditionalWeakTable<Sequential, RouteCount> Routes = [];

    public static void Activate(AttachedLayer attached)
    {
        lock (Gate)
        {
            AdapterDispatch.Set(attached.Adapter.BaseLayer, attached.Adapter);
            foreach (var sequential in attached.Sequences)
            {
                var count = Routes.GetValue(sequential, static s => new RouteCount(s));
                if (count.Users++ == 0)
                    AdapterDispatch.Set(sequential, count.Route);
            }
        }
    }

    public static void Deactivate(AttachedLayer attached)
    {
        lock (Gate)
        {
            AdapterDispatch.Remove(attached.Adapter.BaseLayer);
            foreach (var sequential in attached.Sequences)
            {
                if (Routes.TryGetValue(sequential, out var count) && --count.Users == 0)
                    AdapterDispatch.Remove(sequential);
            }
        }
    }

    private sealed class RouteCount(Sequential sequential)
    {
        public SequentialRoute Route { get; } = new(sequential);

        public int Users { get; set; }
    }
}
