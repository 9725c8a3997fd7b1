namespace CharGptSample.Reporting;

/// <summary>How the page looks, by day and by night.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root {
          color-scheme: light dark;
          --back: #f7f7f5; --card: #ffffff; --ink: #1c1d22; --soft: #62656e; --line: #e2e2de;
          --accent: #3451d1; --accent-soft: #b9c4f3; --held: #c4541c; --good: #1b7f4d; --bad: #b3261e;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --back: #131417; --card: #1c1e23; --ink: #ececf0; --soft: #9a9da8; --line: #2e3138;
            --accent: #8fa3ff; --accent-soft: #3c4678; --held: #f0915a; --good: #5fd39a; --bad: #ff8a80;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
        main { max-width: 920px; margin: 0 auto; padding: 48px 24px 72px; }
        h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 12px; text-wrap: balance; }
        h2 { font-size: 1.15rem; margin: 48px 0 14px; }
        h3 { font-size: 1rem; margin: 24px 0 8px; color: var(--soft); font-weight: 600; }
        .kicker { margin: 0 0 6px; color: var(--accent); font-size: .85rem; font-weight: 600; letter-spacing: .04em; }
        .lead { color: var(--soft); margin: 0; max-width: 64ch; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 14px; margin-top: 32px; }
        .tile, figure, .wide { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
        .tile { padding: 16px 18px; }
        .tile p { margin: 0; font-size: .85rem; color: var(--soft); }
        .tile strong { display: block; font-size: 1.5rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
        .tile small { color: var(--soft); }
        figure { margin: 0; padding: 18px; }
        svg { display: block; width: 100%; height: auto; }
        svg text { fill: var(--soft); font: 12px system-ui, sans-serif; font-variant-numeric: tabular-nums; }
        .grid { stroke: var(--line); }
        path { fill: none; stroke-linejoin: round; }
        path.raw { stroke: var(--accent-soft); stroke-width: 1; }
        path.mean { stroke: var(--accent); stroke-width: 2.5; }
        path.held { stroke: var(--held); stroke-width: 1.5; stroke-dasharray: 2 4; }
        .mark { fill: var(--held); stroke: var(--card); stroke-width: 2; }
        figcaption { color: var(--soft); font-size: .85rem; margin-top: 10px; }
        .key { display: inline-block; width: 18px; height: 4px; border-radius: 2px; margin: 0 6px 3px 14px; }
        .key:first-child { margin-left: 0; }
        .key.raw { background: var(--accent-soft); } .key.mean { background: var(--accent); } .key.held { background: var(--held); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { text-align: left; padding: 9px 14px; border-bottom: 1px solid var(--line); white-space: nowrap; }
        tbody tr:last-child td { border-bottom: 0; }
        th { color: var(--soft); font-weight: 600; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        code, pre { font-family: ui-monospace, "Cascadia Code", "DejaVu Sans Mono", monospace; font-size: .86em; }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(340px, 1fr)); gap: 14px; }
        .sample { padding: 0; overflow: hidden; }
        .sample figcaption { margin: 0; padding: 9px 16px; border-bottom: 1px solid var(--line); display: flex; justify-content: space-between; }
        .sample pre { margin: 0; padding: 14px 16px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
        .sample b { color: var(--accent); }
        .checks { list-style: none; margin: 0 0 18px; padding: 0; }
        .checks li { padding: 4px 0 4px 28px; position: relative; }
        .checks li::before { position: absolute; left: 4px; font-weight: 700; }
        .good::before { content: "✓"; color: var(--good); } .bad::before { content: "✗"; color: var(--bad); }
        """;
}
