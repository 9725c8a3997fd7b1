using Declarative.Generators.Emission.Methods;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing.Methods;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators;

/// <summary>One adapter method: its attribute's name, how that attribute is read, and how its adapters are written.</summary>
/// <param name="Name">The method's name: <c>Lora</c> of <c>[Lora]</c>.</param>
/// <param name="Parser">Reads the attribute.</param>
/// <param name="Emitter">Writes the adapters.</param>
internal sealed record AdapterMethod(string Name, IMethodParser Parser, MethodEmitter Emitter)
{
    private const string Namespace = "Declarative";

    /// <summary>Every method. A new one is its entry here, with the parser and the emitter that the entry names.</summary>
    public static IReadOnlyList<AdapterMethod> All { get; } =
    [
        new("Lora", new LoraParser(), new LoraEmitter()),
        new("DoRA", new DoraParser(), new DoraEmitter()),
        new("QLora", new QLoraParser(), new QLoraEmitter()),
        new("QDoRA", new QDoraParser(), new QDoraEmitter()),
        new("VeRA", new VeraParser(), new VeraEmitter()),
        new("AdaLora", new AdaLoraParser(), new AdaLoraEmitter()),
        new("DeltaLora", new DeltaLoraParser(), new DeltaLoraEmitter()),
        new("IA3", new Ia3Parser(), new Ia3Emitter()),
        new("LoHa", new LohaParser(), new LohaEmitter()),
        new("LoKr", new LokrParser(), new LokrEmitter()),
        new("Oft", new OftParser(), new OftEmitter()),
        new("BitFit", new BitFitParser(), new InPlaceEmitter("BitFit")),
        new("NormTuning", new NormTuningParser(), new InPlaceEmitter("NormTuning")),
    ];

    /// <summary>The attribute's full name: <c>Declarative.LoraAttribute</c>.</summary>
    public string AttributeName => $"{Namespace}.{AttributeType}";

    private string AttributeType { get; } = $"{Name}Attribute";

    /// <summary>The method whose attribute this is; null for other attributes.</summary>
    public static AdapterMethod? Of(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } } type
            ? All.FirstOrDefault(m => m.AttributeType == type.Name)
            : null;

    /// <summary>The method whose values these are.</summary>
    public static AdapterMethod Of(MethodSpec spec) => All.First(m => m.Name == spec.Method);
}
