using System.Text.Json;
using Declarative.Patterns;
using Declarative.Tests.Goldens;

namespace Declarative.Tests.Checkpoints;

/// <summary>Which layers a configuration selects in PEFT, and which the same words select here.</summary>
public sealed class PeftMatchingTests
{
    private static readonly string[] OtherSelections = ["layers_to_transform", "layers_pattern", "modules_to_save"];

    private static readonly JsonElement Json =
        JsonDocument.Parse(File.ReadAllText(GoldenCase.Fixture("target_matching.json"))).RootElement;

    private static IEnumerable<JsonElement> Cases => Json.GetProperty("cases").EnumerateArray()
        .Where(static c => c.GetProperty("method").GetString() == "Lora" && c.TryGetProperty("targeted", out _));

    [Fact]
    public void A_list_of_names_selects_what_it_selects_in_PEFT()
    {
        var compared = 0;
        foreach (var (config, targeted, modules) in Cases.Select(Read))
        {
            if (!IsList(config, "target_modules") || !(IsList(config, "exclude_modules") || !config.TryGetProperty("exclude_modules", out _))
                || OtherSelections.Any(o => config.TryGetProperty(o, out var value) && value.GetArrayLengthOrZero() > 0))
                continue;
            var targets = TargetPattern.Parse(Names(config, "target_modules"));
            var exclude = config.TryGetProperty("exclude_modules", out _) ? TargetPattern.Parse(Names(config, "exclude_modules")) : TargetPattern.Nothing;
            Assert.Equal(
                targeted.Order(),
                modules.Where(m => targets.Matches(m.Key, m.Value == "Linear") && !exclude.Matches(m.Key, m.Value == "Linear"))
                    .Select(static m => m.Key).Order());
            compared++;
        }
        Assert.True(compared >= 8, $"only {compared} cases were compared");
    }

    [Fact]
    public void The_names_written_for_a_selection_select_it_in_PEFT()
    {
        foreach (var (_, targeted, modules) in Cases.Select(Read))
        {
            var written = LayerNames.Targets(targeted, modules.Keys);
            Func<string, bool> selects = written.GetValueKind() == JsonValueKind.Array
                ? path => written.AsArray().Any(n => path == (string)n! || path.EndsWith($".{(string)n!}", StringComparison.Ordinal))
                : path => System.Text.RegularExpressions.Regex.IsMatch(path, $"^(?:{(string)written!})$");
            Assert.Equal(targeted.Order(), modules.Keys.Where(selects).Order());
        }
    }

    [Fact]
    public void Rank_and_alpha_patterns_mean_what_they_mean_in_PEFT()
    {
        var compared = 0;
        foreach (var element in Cases)
        {
            var (config, targeted, _) = Read(element);
            var expected = element.GetProperty("r_alpha_scaling");
            foreach (var layer in targeted)
            {
                var row = expected.TryGetProperty(layer, out var own) ? own : expected.GetProperty("*");
                Assert.Equal(row[0].GetDouble(), Find(config, "rank_pattern", layer, config, "r"));
                Assert.Equal(row[1].GetDouble(), Find(config, "alpha_pattern", layer, config, "lora_alpha"));
                compared++;
            }
        }
        Assert.True(compared > 100);
    }

    private static double Find(JsonElement config, string name, string layer, JsonElement from, string otherwise) => PeftPattern.Find(
        config.TryGetProperty(name, out var patterns) ? [.. patterns.EnumerateObject().Select(static p => (p.Name, p.Value.GetDouble()))] : [],
        layer,
        from.TryGetProperty(otherwise, out var value) ? value.GetDouble() : 8);

    private static (JsonElement Config, List<string> Targeted, Dictionary<string, string> Modules) Read(JsonElement element) => (
        element.GetProperty("config"),
        [.. element.GetProperty("targeted").EnumerateArray().Select(static t => t.GetString()!)],
        Json.GetProperty("models").GetProperty(element.GetProperty("model").GetString()!).EnumerateObject()
            .ToDictionary(static m => m.Name, static m => m.Value.GetString()!));

    private static bool IsList(JsonElement config, string name) =>
        config.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array;

    private static string Names(JsonElement config, string name) =>
        string.Join('|', config.GetProperty(name).EnumerateArray().Select(static n => n.GetString()));
}

internal static class JsonElementExtensions
{
    public static int GetArrayLengthOrZero(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : value.ValueKind == JsonValueKind.Null ? 0 : 1;
}
