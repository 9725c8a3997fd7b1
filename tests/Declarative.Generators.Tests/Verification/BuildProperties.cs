using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Declarative.Generators.Tests.Verification;

/// <summary>The MSBuild properties that a build shows to generators.</summary>
internal sealed class BuildProperties(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigOptions none = new Options([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(properties.ToDictionary(static p => $"build_property.{p.Name}", static p => p.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => none;

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
