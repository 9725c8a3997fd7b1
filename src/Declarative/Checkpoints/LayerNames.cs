using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Declarative;

/// <summary>Short names for layers, as PEFT reads them: a name means every module whose path ends with it.</summary>
internal static class LayerNames
{
    /// <summary>
    /// PEFT's <c>target_modules</c> for exactly <paramref name="layers"/>: the shortest names that mean no other module of
    /// <paramref name="modules"/>, or a regular expression where no list of names can say it.
    /// </summary>
    public static JsonNode Targets(IReadOnlyCollection<string> layers, IEnumerable<string> modules)
    {
        var others = modules.Except(layers, StringComparer.Ordinal).ToList();
        var names = layers.Select(l => Shortest(l, others)).ToList();
        if (names.Contains(null))
            return JsonValue.Create(string.Join('|', layers.Order(StringComparer.Ordinal).Select(static l => $"({Regex.Escape(l)})")));
        return new JsonArray([.. names.Distinct().Order(StringComparer.Ordinal).Select(static n => JsonValue.Create(n))]);
    }

    /// <summary>The shortest suffix of <paramref name="layer"/> by whole segments that means none of <paramref name="others"/>.</summary>
    public static string? Shortest(string layer, IReadOnlyCollection<string> others)
    {
        for (var start = layer.LastIndexOf('.') + 1; ; start = start < 2 ? 0 : layer.LastIndexOf('.', start - 2) + 1)
        {
            var name = layer[start..];
            if (!others.Any(o => o == name || o.EndsWith($".{name}", StringComparison.Ordinal)))
                return name;
            if (start == 0)
                return null;
        }
    }
}
