using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes what is one <see cref="AdapterMethod"/>'s own.</summary>
internal abstract class MethodEmitter
{
    /// <summary>The type of a tensor.</summary>
    protected const string Tensor = "global::TorchSharp.torch.Tensor";

    /// <summary>The function of a linear layer.</summary>
    protected const string Linear = "global::TorchSharp.torch.nn.functional.linear";

    /// <summary>The library's type of the method's settings.</summary>
    protected abstract string OptionsType { get; }

    /// <summary>The settings as an initializer has them: <c>Rank = 16</c>.</summary>
    protected abstract IEnumerable<string> OptionValues(MethodSpec spec);

    /// <summary>The expression that makes the method's settings.</summary>
    public string Options(MethodSpec spec) => string.Join(", ", OptionValues(spec)) is { Length: > 0 } values
        ? $"new {OptionsType} {{ {values} }}"
        : $"new {OptionsType}()";

    /// <summary>The expression that makes an adapter of <c>layer</c> and <c>options</c>.</summary>
    /// <param name="adapter">The generated type; null where the library chooses by the layer's run-time type.</param>
    public string Create(string? adapter) =>
        adapter is null ? "options.CreateAdapter(layer)" : $"new {adapter}(layer, ({OptionsType})options)";

    /// <summary>The generated adapter module.</summary>
    public abstract void WriteAdapter(SourceWriter writer, AdapterModel model);

    /// <summary>Documents an adapter module and opens it.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="model">The adapter.</param>
    /// <param name="summary">What it is, as XML.</param>
    /// <param name="library">What the library's types of the method begin with: <c>Lora</c>.</param>
    /// <param name="tensors">The trained tensors with their shapes, as text: <c>A [16, 64], B [64, 16]</c>.</param>
    /// <param name="when">When that many are trained, where it changes.</param>
    protected SourceWriter.Block Open(
        SourceWriter writer, AdapterModel model, string summary, string library, Func<LayerShape, string> tensors, string when = "")
    {
        writer.Line($"/// <summary>{summary}</summary>");
        if (model.Shape is { } shape)
        {
            writer.Line($"""
                /// <remarks>
                /// Weight {Literals.Xml(shape.WeightShape(model.Kind))}, {Literals.Xml(tensors(shape))}:
                /// {Literals.Xml(Literals.Readable(model.Spec.CountParameters(model.Kind, shape)))} trainable parameters{when} beside the layer's {Literals.Xml(Literals.Readable(shape.Parameters))}{(shape.FromDefaults ? ", with default sizes" : "")}.
                /// </remarks>
                """);
        }
        return writer.Open($"""
            /// <param name="layer">The layer.</param>
            /// <param name="options">The attribute's values.</param>
            {SourceFile.GeneratedCode}
            public sealed class {model.Name}(
                global::TorchSharp.torch.nn.Module<{Tensor}, {Tensor}> layer,
                {OptionsType} options)
                : global::Declarative.{library}{model.Kind}(layer, options)
            """);
    }

    /// <summary>The layer's bias as a further argument; empty where it has none.</summary>
    protected static string BiasArgument(AdapterModel model) => model.HasNoBias ? "" : ", Layer.bias";

    /// <summary>The layer that an adapter is of, as XML for its summary.</summary>
    protected static string Target(AdapterModel model) => $"<c>{Literals.Xml(model.Layer)}</c> of <c>{model.OwnerName}</c>";
}
