using Declarative.Analyzers.Spelling;
using Declarative.Generators.Parsing;
using Declarative.Patterns;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>The names of layers as messages and code fixes give them.</summary>
internal static class LayerNames
{
    private const int MostNames = 8;

    /// <summary>
    /// The name that was meant by an alternative: the nearest of as many segments ('attn.q_porj' is near 'attn.q_proj'), or all
    /// layers in the module that it names; null where nothing is near.
    /// </summary>
    public static string? Suggest(string alternative, IReadOnlyCollection<ParsedLayer> layers)
    {
        var depth = alternative.Count(static c => c == '.') + 1;
        var names = layers.Where(IsNamed).Select(l => LastSegments(l.Template, depth));
        return NearestName.Find(alternative, names.Append(TargetPattern.AllLinear).Distinct().Where(n => n != alternative))
            ?? Inside(alternative, layers);
    }

    /// <summary>What layers there are, as the end of a sentence.</summary>
    public static string List(IEnumerable<ParsedLayer> layers)
    {
        var names = layers.Select(static l => Short(l.Template)).Distinct().ToList();
        return names.Count == 0 ? "it has no layers in this compilation's source" : $"its layers are {Shorten(names)}";
    }

    /// <summary>The names, or the first of them and how many more.</summary>
    public static string Shorten(IReadOnlyList<string> names) => names.Count > MostNames
        ? $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more"
        : string.Join(", ", names);

    /// <summary>The shortest end of a layer's path that names it: its last segment, an element's with its list's.</summary>
    public static string Short(string template)
    {
        for (var depth = 1; ; depth++)
        {
            var name = LastSegments(template, depth);
            var first = name.Split('.')[0];
            if (first is not (TargetPattern.AnyElement or TargetPattern.AnyIndex) || name.Length == template.Length)
                return ReportProjection.Readable(name);
        }
    }

    private static string? Inside(string module, IEnumerable<ParsedLayer> layers)
    {
        var pattern = module + ".**";
        return TargetPattern.TryParse(pattern, out var inside, out _) && layers.Any(l => inside.MustMatch(l.Template, l.IsLinear)) ? pattern : null;
    }

    private static bool IsNamed(ParsedLayer layer) =>
        LastSegments(layer.Template, 1) is not (TargetPattern.AnyElement or TargetPattern.AnyIndex);

    private static string LastSegments(string path, int count)
    {
        var start = path.Length;
        while (count-- > 0 && start > 0)
            start = path.LastIndexOf('.', start - 1, start);
        return path.Substring(start + 1);
    }
}
