using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes what is one adapter method's own. A new method is one such class and its entry in <see cref="MethodEmitters"/>.</summary>
internal interface IMethodEmitter
{
    /// <summary>Whether the values are this method's.</summary>
    bool Writes(MethodSpec spec);

    /// <summary>The expression that makes the method's options.</summary>
    string Options(MethodSpec spec);

    /// <summary>The expression that makes an adapter of <c>layer</c> and <c>options</c>.</summary>
    /// <param name="spec">The attribute's values.</param>
    /// <param name="adapter">The generated type; null where the library chooses by the layer's run-time type.</param>
    string Create(MethodSpec spec, string? adapter);

    /// <summary>The generated adapter module.</summary>
    void WriteAdapter(SourceWriter writer, AdapterModel model);
}
