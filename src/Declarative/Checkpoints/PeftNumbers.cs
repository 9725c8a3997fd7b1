using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>Numbers in an <c>adapter_config.json</c>: one for most layers, and patterns for the others.</summary>
internal static class PeftNumbers
{
    /// <summary>The number of most layers, the smallest of several.</summary>
    public static double MostFrequent(IEnumerable<double> values) =>
        values.GroupBy(static v => v).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key).First().Key;

    /// <summary>What gives the layers their number that have not <paramref name="otherwise"/>.</summary>
    public static JsonObject PatternsOf(IReadOnlyDictionary<string, double> values, double otherwise) =>
        new(PeftPatternList.Create(values, otherwise).Select(static p => KeyValuePair.Create(p.Pattern, (JsonNode?)Number(p.Value))));

    /// <summary>PEFT's own fields are whole numbers where they can be.</summary>
    public static JsonValue Number(double value) =>
        value == Math.Truncate(value) && Math.Abs(value) < long.MaxValue ? JsonValue.Create((long)value) : JsonValue.Create(value);
}
