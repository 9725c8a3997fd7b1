using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes what is one <see cref="AdapterMethod"/>'s own.</summary>
internal abstract class MethodEmitter
{
    /// <summary>The library's type of the method's settings.</summary>
    protected abstract string OptionsType { get; }

    /// <summary>The settings as an initializer has them: <c>Rank = 16</c>.</summary>
    protected abstract IEnumerable<string> OptionValues(MethodSpec spec);

    /// <summary>The expression that makes the method's settings.</summary>
    public string Options(MethodSpec spec) => $"new {OptionsType} {{ {string.Join(", ", OptionValues(spec))} }}";

    /// <summary>The expression that makes an adapter of <c>layer</c> and <c>options</c>.</summary>
    /// <param name="adapter">The generated type; null where the library chooses by the layer's run-time type.</param>
    public string Create(string? adapter) =>
        adapter is null ? "options.CreateAdapter(layer)" : $"new {adapter}(layer, ({OptionsType})options)";

    /// <summary>The generated adapter module.</summary>
    public abstract void WriteAdapter(SourceWriter writer, AdapterModel model);
}
