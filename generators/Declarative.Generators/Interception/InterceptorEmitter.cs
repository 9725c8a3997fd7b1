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
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var group in calls.Calls.GroupBy(static c => (c.DeclaringType, c.Method, c.IsInterface)))
                {
                    if (names.Count > 0)
                        writer.Line();
                    WriteMethod(writer, group.Key, group, Name(group.Key.DeclaringType, group.Key.Method, names));
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

    // Linear_forward; two types of one name are told apart by a number.
    private static string Name(string type, string method, HashSet<string> taken)
    {
        var end = type.IndexOf('<') is var open and >= 0 ? open : type.Length;
        var start = type.LastIndexOfAny(['.', ':'], end - 1) + 1;
        var name = $"{type.Substring(start, end - start).TrimStart('@')}_{method}";
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
            unique = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return unique;
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
            public static {Tensor} {name}(
                this {target.DeclaringType} layer,
                {Tensor} input) =>
                {find} is {"{ }"} adapter ? adapter.{target.Method}(input) : layer.{target.Method}(input);
            """);
    }
}
