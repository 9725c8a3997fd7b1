using Declarative.Tables;

namespace Declarative;

/// <summary>
/// Which layers are adapted and what that costs: known at compile time as <c>X.AdapterReport</c>, with the true numbers at
/// run time as <see cref="AdapterSet.Report"/>.
/// </summary>
/// <param name="rows">The rows.</param>
/// <param name="baseParameters">The parameters of the whole model without adapters, where known.</param>
/// <param name="sharedFrozen">What the adapters share and do not train, where they share something and it is known.</param>
public sealed class AdapterReport(
    IReadOnlyList<AdapterReportRow> rows, ReportCount? baseParameters = null, ReportCount? sharedFrozen = null)
{
    private readonly Totals totals = Totals.Of([.. rows.Select(static r => r.InTable)], baseParameters?.Quantity, sharedFrozen?.Quantity);

    /// <summary>The rows, in the order of the model.</summary>
    public IReadOnlyList<AdapterReportRow> Rows { get; } = rows;

    /// <summary>The parameters of the whole model without adapters, where known.</summary>
    public ReportCount? BaseParameters { get; } = baseParameters;

    /// <summary>
    /// How many numbers the adapters share and do not train, each counted once: VeRA's random matrices. In no other count, as
    /// they can be made again from a seed; <see langword="null"/> where nothing is shared or only a run knows it.
    /// </summary>
    public ReportCount? SharedFrozen { get; } = sharedFrozen;

    /// <summary>All that is trained: a number where every row is known, otherwise the sum as an expression.</summary>
    public ReportCount TrainableParameters => ReportCount.Of(totals.Trainable);

    /// <summary>The parameters of the whole model with its adapters, where the model's own number is known.</summary>
    public ReportCount? AllParameters => totals.All is { } all ? ReportCount.Of(all) : null;

    /// <summary><see cref="TrainableParameters"/> by <see cref="AllParameters"/>, from 0 to 1, where both are known numbers.</summary>
    public double? TrainableShare => totals.Share;

    private ReportTable Table => new([.. Rows.Select(static r => r.InTable)], totals);

    /// <summary>An aligned table for a terminal, with a line of totals.</summary>
    public override string ToString() => Table.ToText();

    /// <summary>A Markdown table, with a line of totals.</summary>
    public string ToMarkdown() => Table.ToMarkdown();
}
