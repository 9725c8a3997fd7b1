namespace Declarative.Generators.Model;

/// <summary>The reports of a project on one page.</summary>
/// <param name="Assembly">The project's assembly.</param>
/// <param name="Reports">One per annotated class, by name.</param>
internal sealed record ReportPage(string Assembly, EquatableArray<ReportModel> Reports)
{
    /// <summary>The page of an assembly; none where no assembly is to be reported.</summary>
    public static IEnumerable<ReportPage> Of(string? assembly, IEnumerable<ReportModel> reports) => assembly is null
        ? []
        : [new(assembly, reports.OrderBy(static r => r.Host.FullName, StringComparer.Ordinal).ToEquatableArray())];
}
