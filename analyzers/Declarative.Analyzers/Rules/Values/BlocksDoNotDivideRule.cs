using System.Globalization;
using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0132: the blocks of a rotation cover a layer's inputs exactly.</summary>
internal sealed class BlocksDoNotDivideRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.BlocksDoNotDivide;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        var oft = (OftSpec)context.Plan.Spec;
        var (property, value) = oft.Blocks != 0 ? (nameof(OftSpec.Blocks), oft.Blocks) : (nameof(OftSpec.BlockSize), oft.BlockSize);
        if (value < 1)
            return; // another rule's
        var layers = context.Plan.Layers.Where(l => l.Shape?.In.Value is > 0 and var inputs && inputs % value != 0).ToList();
        if (layers.Count == 0)
            return;
        var sizes = context.Plan.Layers.Select(static l => l.Shape?.In.Value).OfType<long>().Where(static i => i > 0).ToList();
        report(Diagnostic.Create(
            Descriptor,
            context.LocationOf(property),
            property,
            value,
            layers[0].Template,
            layers[0].Shape!.In.Value,
            LargestRank.Further(layers.Count - 1),
            Nearest(value, sizes)));
    }

    // Below and above, of those that divide the inputs of every layer.
    private static string Nearest(int value, List<long> sizes)
    {
        var fitting = Enumerable.Range(1, (int)Math.Min(sizes.Min(), int.MaxValue)).Where(n => sizes.TrueForAll(s => s % n == 0)).ToList();
        var nearest = fitting.Where(n => n < value).Reverse().Take(1).Concat(fitting.Where(n => n > value).Take(1));
        return string.Join(" and ", nearest.Select(static n => n.ToString(CultureInfo.InvariantCulture)));
    }
}
