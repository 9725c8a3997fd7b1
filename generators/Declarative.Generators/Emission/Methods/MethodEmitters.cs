using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>The emitters of the adapter methods.</summary>
internal static class MethodEmitters
{
    private static readonly IMethodEmitter[] All = [new LoraEmitter()];

    public static IMethodEmitter Of(MethodSpec spec) => All.First(e => e.Writes(spec));
}
