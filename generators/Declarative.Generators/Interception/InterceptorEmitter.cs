using Declarative.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Interception;

/// <summary>Writes the interceptors of one class's calls: one method per method called, in a file that nothing else shares.</summary>
internal static class InterceptorEmitter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    public static void Emit(SourceProductionContext context, ClassCalls calls)
    {
        var writer = new SourceWriter().Line(SourceFile.Header);
        using (writer.Open("namespace Declarative.Generated"))
        {
            writer.Line($"""
                /// <summary>The calls of <c>{calls.ClassName}</c> on layers that may have an adapter.</summary>
                {SourceFile.GeneratedCode}
                """);
            using (writer.Open($"file static class {calls.ClassName}Interceptors"))
            {
                var groups = calls.Calls.GroupBy(static c => (c.DeclaringType, c.Method, c.IsInterface)).ToList();
                for (var i = 0; i < groups.Count; i++)
                {
                    if (i > 0)
                        writer.Line();
                    WriteMethod(writer, groups[i].Key, groups[i], $"{groups[i].Key.Method}{i}");
                }
            }
        }
        writer.Line("""

            namespace System.Runtime.CompilerServices
            {
                [global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]
                file sealed class InterceptsLocationAttribute : global::System.Attribute
                {
                    public InterceptsLocationAttribute(int version, string data) => _ = (version, data);
                }
            }
            """);
        SourceFile.Add(context, $"{calls.HintName}.Interceptors", writer);
    }

    private static void WriteMethod(
        SourceWriter writer, (string DeclaringType, string Method, bool IsInterface) target, IEnumerable<CallSite> calls, string name)
    {
        foreach (var call in calls)
            writer.Line($"[global::System.Runtime.CompilerServices.InterceptsLocation({call.Version}, {Literals.Of(call.Data)})] // {call.Receiver}");
        var find = target.IsInterface
            ? "layer is global::TorchSharp.torch.nn.Module module && global::Declarative.AdapterDispatch.Find(module)"
            : "global::Declarative.AdapterDispatch.Find(layer)";
        writer.Line($"""
            public static {Tensor} {name}(this {target.DeclaringType} layer, {Tensor} input) =>
                {find} is {"{ }"} adapter ? adapter.{target.Method}(input) : layer.{target.Method}(input);
            """);
    }
}
