namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[QLora]</c>.</summary>
internal sealed record QLoraSpec : QuantizedSpec
{
    public override string Method => "QLora";
}
