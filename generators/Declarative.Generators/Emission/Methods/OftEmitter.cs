using Declarative.Arithmetic;
using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes OFT adapters: the library's class with one form of the rotation, and the layer's bias where it has one.</summary>
internal sealed class OftEmitter : MethodEmitter
{
    protected override string OptionsType => "global::Declarative.OftOptions";

    protected override IEnumerable<string> OptionValues(MethodSpec spec)
    {
        var (oft, defaults) = ((OftSpec)spec, new OftSpec());
        yield return oft.Blocks != 0 ? $"Blocks = {oft.Blocks}" : $"BlockSize = {oft.BlockSize}";
        if (oft.BlockShare)
            yield return "BlockShare = true";
        if (!oft.UseCayleyNeumann)
            yield return "UseCayleyNeumann = false";
        if (oft.NeumannTerms != defaults.NeumannTerms)
            yield return $"NeumannTerms = {oft.NeumannTerms}";
    }

    public override void WriteAdapter(SourceWriter writer, AdapterModel model)
    {
        var oft = (OftSpec)model.Spec;
        using (Open(writer, model, $"OFT {Blocks(oft)} on {Target(model)}.", "Oft", shape => Tensors(oft, shape)))
        {
            writer.Line($"""
                /// <inheritdoc/>
                protected override {Tensor} Rotation({Tensor} q) => {Rotation(oft)};
                """);
            if (model.Kind == LayerKind.Linear)
            {
                writer.Line().Line($$"""
                    /// <inheritdoc/>
                    protected override {{Tensor}} ForwardRows({{Tensor}} x)
                    {
                        using var rotated = Rotated(x);
                        return {{Linear}}(rotated, Layer.weight{{BiasArgument(model)}});
                    }
                    """);
            }
        }
    }

    private static string Blocks(OftSpec oft) =>
        (oft.Blocks != 0 ? $"by {oft.Blocks} blocks" : $"by blocks of {oft.BlockSize}") + (oft.BlockShare ? ", all the same," : "");

    private static string Tensors(OftSpec oft, LayerShape shape)
    {
        var side = oft.SideOf(shape) is { } known ? $"{known}" : $"{shape.In}/{oft.Blocks}";
        var blocks = oft.BlockShare ? "1" : oft.Blocks != 0 ? $"{oft.Blocks}" : Formula.Quotient(shape.In, Size.Of(oft.BlockSize)).Text;
        return $"{blocks} × Q [{side}, {side}]";
    }

    private static string Rotation(OftSpec oft) =>
        !oft.UseCayleyNeumann ? "CayleyTransform(q)" : $"Series(q, power: {NeumannSeries.LastPower(oft.NeumannTerms)})";
}
