using Declarative.Generators.Model;
using Declarative.Patterns;
using Declarative.Tables;

namespace Declarative.Generators.Parsing;

/// <summary>Turns an attribute and its layers into the rows of a report.</summary>
internal static class ReportProjection
{
    /// <summary>A row for each layer, or list of layers, and for each bias that is trained along.</summary>
    public static IEnumerable<ReportRow> RowsOf(ParsedPlan plan)
    {
        foreach (var layer in plan.Layers)
        {
            var shape = ShapeOf(layer);
            yield return new ReportRow(
                Readable(layer.Template),
                shape.WeightShape(layer.Kind),
                plan.Spec.Method,
                plan.Spec.Rank,
                layer.Count,
                plan.Spec.For(layer.Template, layer.IsLinear).CountParameters(layer.Kind, shape),
                shape.Parameters,
                shape.FromDefaults || layer.Count.FromDefaults,
                IsInPlace: !plan.Spec.HasModules);
        }
        foreach (var layer in plan.Layers.Where(l => plan.Spec.TrainsLayerBias && ShapeOf(l).HasBias == true))
        {
            var size = ShapeOf(layer).Out;
            yield return new ReportRow(
                Readable(layer.Template) + ".bias", $"[{size}]", TableRow.BiasMethod, 0, layer.Count, size, size, size.FromDefaults || layer.Count.FromDefaults);
        }
    }

    /// <summary>A path for people: members' names, and <c>*</c> for every element that only a run knows.</summary>
    public static string Readable(string template) =>
        string.Join(".", template.Split('.').Select(static s => s == TargetPattern.AnyIndex ? TargetPattern.AnyElement : TargetPattern.MemberName(s)));

    private static LayerShape ShapeOf(ParsedLayer layer) =>
        layer.Shape ?? LayerShape.Unknown(TargetPattern.MemberName(layer.Member.Symbol.Name), layer.Kind);
}
