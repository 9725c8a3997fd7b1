namespace Declarative;

/// <summary>
/// Which layers are adapted and what that costs: known at compile time as <c>X.AdapterReport</c>, with the true numbers at
/// run time as <see cref="AdapterSet.Report"/>.
/// </summary>
/// <param name="rows">The rows.</param>
/// <param name="baseParameters">The parameters of the whole model without adapters, where known.</param>
public sealed class AdapterReport(IReadOnlyList<AdapterReportRow> rows, ReportCount? baseParameters = null)
{
    /// <summary>The rows, in the order of the model.</summary>
    public IReadOnlyList<AdapterReportRow> Rows { get; } = rows;

    /// <summary>The parameters of the whole model without adapters, where known.</summary>
    public ReportCount? BaseParameters { get; } = baseParameters;
}
