using CharGptSample.Demo;
using CharGptSample.Model;
using Declarative;
using Spectre.Console;

namespace CharGptSample.Reporting;

/// <summary>What the demo says on the console.</summary>
public static class DemoConsole
{
    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule(Markup.Escape(text)) { Justification = Justify.Left, Style = Style.Parse("grey") });
    }

    public static void Model(CharGptConfig config, long parameters) => AnsiConsole.MarkupLineInterpolated(
        $"{config.Layers} blocks of width {config.Hidden}, {config.Context} characters of context, [bold]{parameters:N0}[/] parameters");

    public static void Reports(IReadOnlyList<KeyValuePair<string, AdapterReport>> compileTime, AdapterReport runTime)
    {
        foreach (var (name, report) in compileTime)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]{name}.AdapterReport, written when it was compiled:[/]");
            Plain(report.ToString());
            AnsiConsole.WriteLine();
        }
        AnsiConsole.MarkupLine("[grey]adapters.Report, of the model as it is now:[/]");
        Plain(runTime.ToString());
    }

    public static void Typed(string expression, object value)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"{expression} = [bold]{value}[/]");
    }

    public static void Changes(params ReadOnlySpan<BeforeAndAfter> domains)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("held-out loss, nats per character");
        table.AddColumn(new TableColumn("before").RightAligned());
        table.AddColumn(new TableColumn("after").RightAligned());
        foreach (var domain in domains)
            table.AddRow(
                Markup.Escape($"{domain.Domain.Name} ({domain.Domain.Description})"),
                $"{domain.Before.Loss:0.000}", $"[bold]{domain.After.Loss:0.000}[/]");
        AnsiConsole.Write(table);
        foreach (var domain in domains)
        {
            Sample($"{domain.Domain.Name}, before", domain.Before);
            Sample($"{domain.Domain.Name}, after", domain.After);
        }
    }

    public static void Proofs(Proofs proofs)
    {
        Check(proofs.Effect > Demo.Proofs.Tolerance, $"adapters change the logits by up to {proofs.Effect:0.###}");
        Check(proofs.Merged <= Demo.Proofs.Tolerance, $"merged and unmerged outputs are equal: they differ by at most {Demo.Proofs.Text(proofs.Merged)}");
        Check(proofs.DisabledIsBase, "with the adapters disabled the outputs are the base model's, bit for bit");
        Check(proofs.ReloadsEqually, $"the saved adapter in a fresh model gives equal outputs: they differ by at most {Demo.Proofs.Text(proofs.Reloaded)}");
    }

    public static void Done(DemoResult result, string page)
    {
        Heading("Done");
        AnsiConsole.MarkupLineInterpolated(
            $"{result.TrainedParameters:N0} parameters trained, [bold]{result.TrainedShare:P2}[/] of all, in {TrainingDisplay.Clock(result.Elapsed)}");
        Plain($"adapter  {result.AdapterFolder}\npage     {page}");
    }

    private static void Sample(string title, Measurement measurement) => AnsiConsole.Write(
        new Panel(new Text(measurement.Prompt + measurement.Continuation))
        {
            Header = new PanelHeader(Markup.Escape($" {title} ")),
            Border = BoxBorder.Rounded,
            BorderStyle = Style.Parse("grey"),
            Expand = true,
        });

    private static void Check(bool holds, string what) =>
        AnsiConsole.MarkupLineInterpolated(holds ? $"[green]✓[/] {what}" : (FormattableString)$"[red]✗ {what}[/]");

    /// <summary>Text that must not be wrapped: tables laid out already, and paths to copy.</summary>
    private static void Plain(string text) => Console.Out.WriteLine(text);
}
