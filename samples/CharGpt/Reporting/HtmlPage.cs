using System.Net;
using CharGptSample.Demo;
using Declarative;

namespace CharGptSample.Reporting;

/// <summary>The run as one page that needs nothing but itself.</summary>
public static class HtmlPage
{
    /// <summary>Writes the page beside <paramref name="path"/> and moves it there, so that it is whole or not there.</summary>
    public static void Write(string path, DemoResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".new";
        File.WriteAllText(beside, Render(result));
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>The page's text.</summary>
    public static string Render(DemoResult result) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>The model learns {Escape(result.New.Domain.Name)}</title>
        <style>
        {PageStyle.Css}
        </style>
        </head>
        <body>
        <main>
        <header>
        <p class="kicker">Declarative · CharGpt</p>
        <h1>The model learns {Escape(result.New.Domain.Name)}</h1>
        <p class="lead">A base model that had read only {Escape(result.Base.Domain.Description)} was fine-tuned on
        {Escape(result.New.Domain.Description)} for {result.Plan.Steps:N0} steps, through the adapters that {result.CompileTime.Count}
        attributes ask for. Its own weights never changed.</p>
        </header>

        <section class="tiles">
        {Tile("Held-out loss, " + result.New.Domain.Name, Change(result.New), "nats per character")}
        {Tile("Held-out loss, " + result.Base.Domain.Name, Change(result.Base), "nats per character")}
        {Tile("Trained", $"{result.TrainedShare:P2}", $"{result.TrainedParameters:N0} parameters beside {result.ModelParameters:N0}")}
        {Tile("Time", TrainingDisplay.Clock(result.Elapsed), "the whole run, on this machine")}
        </section>

        <section>
        <h2>Loss</h2>
        <figure>
        {LossChart.Draw(result)}
        <figcaption><span class="key raw"></span>each step <span class="key mean"></span>running mean
        <span class="key held"></span>held out, {Escape(result.New.Domain.Name)}</figcaption>
        </figure>
        </section>

        <section>
        <h2>What was adapted</h2>
        {string.Join('\n', result.CompileTime.Select(report => CompileTime(report.Key, report.Value)))}
        <p><code>adapters.Report</code>, as the attached adapters count themselves:</p>
        {Table(result.RunTime)}
        </section>

        <section>
        <h2>Before and after</h2>
        {Samples(result.New)}
        {Samples(result.Base)}
        </section>

        <section>
        <h2>What must hold</h2>
        <ul class="checks">
        {Check(result.Proofs.Effect > Proofs.Tolerance, $"The adapters change the model: a logit moves by up to {result.Proofs.Effect:0.###}.")}
        {Check(result.Proofs.Merged <= Proofs.Tolerance, $"Merged and unmerged outputs are equal: they differ by at most {Proofs.Text(result.Proofs.Merged)}.")}
        {Check(result.Proofs.DisabledIsBase, "With the adapters disabled, the outputs are the base model’s, bit for bit.")}
        {Check(result.Proofs.ReloadsEqually, $"The saved adapter in a fresh model gives equal outputs: they differ by at most {Proofs.Text(result.Proofs.Reloaded)}.")}
        </ul>
        <p>The adapter, in Hugging Face PEFT’s files: <code>{Escape(result.AdapterFolder)}</code></p>
        </section>
        </main>
        </body>
        </html>
        """;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Tile(string title, string value, string unit) => $"""
        <div class="tile"><p>{Escape(title)}</p><strong>{Escape(value)}</strong><small>{Escape(unit)}</small></div>
        """;

    private static string Change(BeforeAndAfter domain) => $"{domain.Before.Loss:0.00} → {domain.After.Loss:0.00}";

    private static string Check(bool holds, string what) => $"""
        <li class="{(holds ? "good" : "bad")}">{Escape(what)}</li>
        """;

    private static string CompileTime(string name, AdapterReport report) => $"""
        <p><code>{Escape(name)}.AdapterReport</code>, as the generator wrote it when the class was compiled:</p>
        {Table(report)}
        """;

    private static string Table(AdapterReport report) => $"""
        <div class="wide"><table>
        <thead><tr><th>layer<th>shape<th>method<th class="n">rank<th class="n">layers<th class="n">parameters<th class="n">of layer</tr></thead>
        <tbody>
        {string.Join('\n', report.Rows.Select(Row))}
        </tbody>
        </table></div>
        """;

    private static string Row(AdapterReportRow row) => $"""
        <tr><td><code>{Escape(row.Layer)}</code><td>{Escape(row.Shape)}<td>{Escape(row.Method)}<td class="n">{row.Rank}<td class="n">{Escape(row.Count.Text)}<td class="n">{Escape(row.Parameters.Text)}<td class="n">{Share(row)}</tr>
        """;

    private static string Share(AdapterReportRow row) =>
        row.Parameters.Value is { } adapter && row.LayerParameters.Value is > 0 and { } layer
            ? $"{(double)adapter / (adapter + layer):P2}"
            : "";

    private static string Samples(BeforeAndAfter domain) => $"""
        <h3>{Escape(domain.Domain.Name)}</h3>
        <div class="pair">
        {Sample("Base model", domain.Before)}
        {Sample("With the adapters", domain.After)}
        </div>
        """;

    private static string Sample(string title, Measurement measurement) => $"""
        <figure class="sample"><figcaption>{Escape(title)} <span>{measurement.Loss:0.000}</span></figcaption>
        <pre><b>{Escape(measurement.Prompt)}</b>{Escape(measurement.Continuation)}</pre></figure>
        """;
}
