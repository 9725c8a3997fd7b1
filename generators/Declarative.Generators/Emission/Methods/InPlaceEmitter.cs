using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes what there is of a method that trains the layers' own parameters: its settings, and no adapter.</summary>
/// <param name="method">The method's name: <c>BitFit</c>.</param>
internal sealed class InPlaceEmitter(string method) : MethodEmitter
{
    protected override string OptionsType => $"global::Declarative.{method}Options";

    protected override IEnumerable<string> OptionValues(MethodSpec spec) => [];

    public override void WriteAdapter(SourceWriter writer, AdapterModel model) =>
        throw new InvalidOperationException($"[{method}] has no adapter to write.");
}
